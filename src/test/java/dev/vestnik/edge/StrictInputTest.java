package dev.vestnik.edge;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StrictInputTest {

    private static final String NEWS = "/api/v1/news";
    private static final String TAGS = "/api/v1/tags";
    private static final String PROBLEM = "application/problem+json";

    private static ValidatableResponse post(String path, byte[] body) {
        return Logins.editor()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .contentType(PROBLEM);
    }

    private static ValidatableResponse post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    /// A body of a tag with one more member.
    private static String tagWith(String member) {
        return "{\"names\": {\"ru\": \"Вода\"}, " + member + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{\"names\": }",
                "{'names': {}}",
                "{names: {}}",
                "{\"names\": {\"ru\": \"a\"},}",
                "// comment\n{}",
                "{} {}",
                "{\"names\": {\"ru\": \"a\"}} x",
                "{\"names\": {\"ru\": \"a\"}}]",
                "{\"names\": {\"ru\": NaN}}",
                "{\"names\": {\"ru\": 01}}",
                "\"",
                "<xml/>",
                "  ",
                "{\"names\": {\"ru\": \"\\x\"}}",
                "{\"names\": {\"ru\": \"a\nb\"}}"
            })
    void refuses_what_is_not_json(String body) {
        post(TAGS, body).statusCode(400).body("code", equalTo("MALFORMED_JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWS, TAGS})
    void refuses_an_empty_body(String path) {
        post(path, "")
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"))
                .body("errors.code", contains("EMPTY"));
    }

    @Test
    void names_an_unknown_member_and_those_that_are_allowed() {
        post(TAGS, tagWith("\"colour\": 1"))
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"))
                .body("errors.pointer", contains("/colour"))
                .body("errors[0].detail", containsString("aliases, description, names, slug"));
    }

    @Test
    void names_an_unknown_member_within_another() {
        post(NEWS, "{\"body\": {\"format\": \"html\", \"html\": \"\"}}")
                .statusCode(400)
                .body("errors.pointer", contains("/body/html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"names\": {\"ru\": \"a\"}, \"names\": {\"ru\": \"b\"}}",
                "{\"names\": {\"ru\": \"a\", \"ru\": \"b\"}}",
                "{\"names\": {\"ru\": \"a\", \"r\\u0075\": \"b\"}}"
            })
    void refuses_a_member_that_comes_twice(String body) {
        post(TAGS, body)
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"))
                .body("errors[0].detail", containsString("duplicate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"slug\": 1                | /slug",
                "\"slug\": true             | /slug",
                "\"slug\": {}               | /slug",
                "\"slug\": [\"a\"]          | /slug",
                "\"aliases\": \"a\"         | /aliases",
                "\"aliases\": {}            | /aliases",
                "\"aliases\": [1]           | /aliases/0",
                "\"description\": []        | /description",
                "\"description\": {\"ru\": 1} | /description/ru"
            })
    void refuses_a_wrong_type_and_points_at_it(String member, String pointer) {
        post(TAGS, tagWith(member))
                .statusCode(400)
                .body("code", equalTo("INVALID_TYPE"))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cover\": {\"url\": \"/a\", \"width\": \"1\"}  | /cover/width",
                "\"cover\": {\"url\": \"/a\", \"width\": 1.5}    | /cover/width",
                "\"cover\": {\"url\": \"/a\", \"width\": \"\"}   | /cover/width",
                "\"seo\": {\"noindex\": \"true\"}                | /seo/noindex",
                "\"seo\": {\"noindex\": 1}                       | /seo/noindex",
                "\"seo\": \"\"                                   | /seo",
                "\"source\": []                                  | /source",
                "\"body\": \"text\"                              | /body",
                "\"body\": {\"format\": \"rtf\"}                 | /body/format",
                "\"body\": {\"format\": 0}                       | /body/format",
                "\"tags\": \"water\"                             | /tags",
                "\"tags\": [[]]                                  | /tags/0",
                "\"featuredUntil\": 1765342800                   | /featuredUntil",
                "\"featuredUntil\": \"+999999999-12-31T00:00:00Z\" | /featuredUntil",
                "\"featuredUntil\": \"-0001-12-31T00:00:00Z\"    | /featuredUntil",
                "\"featuredUntil\": \"2025-02-30T00:00:00Z\"     | /featuredUntil",
                "\"featuredUntil\": \"\"                         | /featuredUntil"
            })
    void turns_no_type_into_another(String member, String pointer) {
        post(NEWS, "{\"title\": \"a\", " + member + "}")
                .statusCode(400)
                .body("code", equalTo("INVALID_TYPE"))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"a\"", "1", "true", "null", "[{}]"})
    void refuses_a_body_that_is_no_object(String body) {
        post(TAGS, body).statusCode(400).body("code", equalTo("INVALID_TYPE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\u0000", "a\\u0000b", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "a\\ud83db"})
    void refuses_text_that_a_database_cannot_store(String text) {
        post(TAGS, tagWith("\"aliases\": [\"" + text + "\"]"))
                .statusCode(400)
                .body("code", equalTo("INVALID_TYPE"))
                .body("errors.pointer", contains("/aliases/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "r\\ude00"})
    void refuses_keys_that_a_database_cannot_store(String key) {
        post(TAGS, tagWith("\"description\": {\"" + key + "\": \"a\"}")).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d"})
    void refuses_such_text_in_a_patch_too(String text) {
        String id = aTag().exists();

        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"aliases\": [\"" + text + "\"]}")
                .patch(TAGS + "/{id}", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/aliases/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ED%A0%BD", "%ED%B8%80", "%FF", "%C0%AF", "%C3"})
    void refuses_such_text_in_a_query_parameter(String value) {
        given().urlEncodingEnabled(false)
                .get(TAGS + "?q=" + value)
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        byte[] body = tagWith("\"slug\": \"~\"").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '~' ? (byte) 0xff : body[i];
        }

        post(TAGS, body).statusCode(400).body("errors.code", contains("NOT_UTF_8"));
    }

    @Test
    void refuses_utf_16() {
        post(TAGS, tagWith("\"slug\": \"a\"").getBytes(StandardCharsets.UTF_16)).statusCode(400);
        post(TAGS, "{\"names\": {\"ru\": \"a\"}}".getBytes(StandardCharsets.UTF_16LE))
                .statusCode(400);
    }

    @Test
    void refuses_deep_nesting() {
        post(TAGS, "[".repeat(1000) + "]".repeat(1000)).statusCode(400);
        post(TAGS, "{\"a\":".repeat(1000) + "1" + "}".repeat(1000)).statusCode(400);
    }

    @Test
    void refuses_deep_nesting_in_a_patch() {
        String id = aTag().exists();

        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"a\":".repeat(1000) + "1" + "}".repeat(1000))
                .patch(TAGS + "/{id}", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"));
    }

    @Test
    void refuses_a_number_of_ten_thousand_digits() {
        post(NEWS, "{\"cover\": {\"url\": \"/a\", \"width\": " + "9".repeat(10_000) + "}}")
                .statusCode(400);
    }

    @Test
    void refuses_a_very_long_name() {
        post(TAGS, tagWith("\"" + "a".repeat(60_000) + "\": 1")).statusCode(400);
    }

    @Test
    void refuses_a_body_that_is_too_large() {
        post(NEWS, "{\"title\": \"" + "a".repeat(2_200_000) + "\"}")
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
    void refuses_another_content_type(String type) {
        Logins.editor()
                .header("Content-Type", type)
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post(NEWS)
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void a_patch_must_say_that_it_is_a_merge_patch() {
        String id = aTag().exists();

        Logins.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body("{}")
                .patch(TAGS + "/{id}", id)
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWS, TAGS})
    void offers_no_other_media_type(String path) {
        given().accept("text/csv")
                .get(path)
                .then()
                .statusCode(406)
                .contentType(PROBLEM)
                .body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/news, 'GET, HEAD, OPTIONS, POST'",
        "POST, /api/v1/news/some-slug, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
        "PUT, /api/v1/tags, 'GET, HEAD, OPTIONS, POST'",
        "POST, /api/v1/me, 'GET, HEAD, OPTIONS'",
        "GET, /api/v1/auth/token, 'OPTIONS, POST'"
    })
    void a_method_that_is_not_offered_is_a_problem_that_names_the_others(
            String method, String path, String allowed) {
        Logins.admin()
                .contentType(JSON)
                .request(method, path)
                .then()
                .statusCode(405)
                .header("Allow", allowed)
                .contentType(PROBLEM)
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v1/news/a/b",
                "/api/v2/news",
                "/api/v1/News"
            })
    void an_unknown_path_is_a_problem_too(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("NOT_FOUND"))
                .body("instance", equalTo(path));
    }

    @Test
    void a_problem_has_every_member_of_rfc_9457() {
        given().get(NEWS + "/nothing")
                .then()
                .body("type", equalTo("/problems/not-found"))
                .body("title", equalTo("There is nothing here"))
                .body("status", equalTo(404))
                .body("detail", equalTo("The news item was not found."))
                .body("instance", equalTo("/api/v1/news/nothing"))
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void a_problem_names_everything_that_is_wrong() {
        post(
                        NEWS,
                        "{\"locale\": \"ru\", \"title\": \"\", \"slug\": \"\", \"body\": {\"format\": \"html\"}}")
                .statusCode(422)
                .body("errors.pointer", contains("/body/content", "/slug", "/title"))
                .body("detail", allOf(startsWith("/body/content: "), containsString("; /title: ")));
    }

    @Test
    void what_was_refused_left_nothing_behind() {
        post(NEWS, "{\"locale\": \"ru\"}").statusCode(422);

        aNewsItem().created();
        Logins.editor()
                .get(NEWS + "?status=DRAFT&total=true")
                .then()
                .body("page.total", equalTo(1));
    }
}
