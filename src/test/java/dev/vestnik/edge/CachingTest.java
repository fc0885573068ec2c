package dev.vestnik.edge;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CachingTest {

    private static final String NEWS = "/api/v1/news";
    private static final String ITEM = NEWS + "/{id}";
    private static final RestAssuredConfig UNCOMPRESSED =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    /// A request without Accept-Encoding.
    private static RequestSpecification plainly() {
        return given().config(UNCOMPRESSED);
    }

    private static String longItem() {
        return aNewsItem().body("html", "<p>" + "Сайгак. ".repeat(500) + "</p>").exists();
    }

    @Test
    void a_single_resource_has_a_strong_tag_of_its_version() {
        String id = aNewsItem().exists();

        plainly()
                .get(ITEM, id)
                .then()
                .header("ETag", matchesPattern("\"1-[0-9a-f]{16}\""))
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "*", "\"other\", %s", "\"other\",W/%s"})
    void what_the_client_has_already_is_not_sent_again(String ifNoneMatch) {
        String id = aNewsItem().exists();
        String etag = plainly().get(ITEM, id).header("ETag");

        plainly()
                .header("If-None-Match", String.format(ifNoneMatch, etag))
                .get(ITEM, id)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .header("Cache-Control", startsWith("public"))
                .header("Vary", containsString("Accept-Encoding"))
                .header("Content-Length", nullValue());
    }

    @Test
    void a_tag_of_the_compressed_answer_is_known_in_the_plain_one_and_back() {
        String id = longItem();
        String plain = plainly().get(ITEM, id).header("ETag");
        String compressed = given().header("Accept-Encoding", "gzip").get(ITEM, id).header("ETag");

        assertThat(compressed, equalTo(plain.replaceFirst("\"$", "-gzip\"")));
        plainly().header("If-None-Match", compressed).get(ITEM, id).then().statusCode(304);
        given().header("Accept-Encoding", "gzip")
                .header("If-None-Match", plain)
                .get(ITEM, id)
                .then()
                .statusCode(304);
    }

    @Test
    void an_answer_without_a_body_says_nothing_of_its_coding() {
        String path = "/api/v1/news?limit=50&include=body";
        longItem();
        String etag = given().header("Accept-Encoding", "gzip").get(path).header("ETag");

        // Logged in: an answer of the response cache would hide what the resource says.
        Logins.editor()
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(304)
                .header("Content-Encoding", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "garbage", "\"\"", "\"*\""})
    void another_tag_gets_the_whole_answer(String ifNoneMatch) {
        String id = aNewsItem().exists();

        plainly().header("If-None-Match", ifNoneMatch).get(ITEM, id).then().statusCode(200);
    }

    @Test
    void the_tag_changes_with_what_stands_around_an_item() {
        String id = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        String etag = plainly().get(ITEM, id).header("ETag");
        aNewsItem().titled("Следующее").publishedAt("2026-01-02T08:00:00Z").exists();

        plainly().header("If-None-Match", etag).get(ITEM, id).then().statusCode(200);
    }

    @Test
    void lists_can_be_asked_for_anew_too() {
        aNewsItem().exists();
        String etag = plainly().get(NEWS).header("ETag");

        plainly().header("If-None-Match", etag).get(NEWS).then().statusCode(304);
    }

    @Test
    void a_list_changes_its_tag_with_an_item() {
        String etag = plainly().get(NEWS).header("ETag");
        aNewsItem().exists();

        plainly().header("If-None-Match", etag).get(NEWS).then().statusCode(200);
    }

    @Test
    void an_item_is_new_once_its_neighbour_is_even_to_if_modified_since() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String id = aNewsItem().exists();
        String modified = plainly().get(ITEM, id).header("Last-Modified");
        TestClock.advance(java.time.Duration.ofHours(1));
        aNewsItem().titled("Следующее").exists();

        plainly()
                .header(
                        "If-Modified-Since",
                        modified == null ? "Thu, 01 Jan 2026 08:00:00 GMT" : modified)
                .get(ITEM, id)
                .then()
                .statusCode(200)
                .body("next.title", equalTo("Следующее"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2026-01-01", "Thu, 99 Jan 2026 08:00:00 GMT"})
    void an_if_modified_since_that_is_no_date_is_ignored(String since) {
        String id = aNewsItem().exists();

        plainly().header("If-Modified-Since", since).get(ITEM, id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/{id}", "/{slug}"})
    void a_public_answer_may_be_kept_by_anyone(String path) {
        String id = aNewsItem().with("slug", "water").exists();

        plainly()
                .get(NEWS + path.replace("{id}", id).replace("{slug}", "water"))
                .then()
                .header(
                        "Cache-Control",
                        matchesPattern("public, max-age=\\d+, stale-while-revalidate=\\d+"))
                .header(
                        "Vary",
                        allOf(
                                containsString("Accept-Encoding"),
                                containsString("Authorization"),
                                containsString("Accept,")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news", "/tags", "/me", "/news?status=DRAFT"})
    void an_answer_to_a_credential_is_nobody_elses(String path) {
        Logins.editor()
                .get("/api/v1" + path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("Surrogate-Key", nullValue());
    }

    @Test
    void one_address_never_mixes_its_audiences() {
        aNewsItem().exists();

        for (int n = 0; n < 5; n++) {
            Logins.editor().get(NEWS).then().header("Cache-Control", "private, no-store");
            plainly().get(NEWS).then().header("Cache-Control", startsWith("public"));
        }
    }

    @Test
    void problems_are_not_kept() {
        plainly().get(NEWS + "/nothing").then().header("Cache-Control", "no-store");
    }

    @Test
    void an_answer_names_what_it_depends_on() {
        String tag = aTag().slug("water").exists();
        String before = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        String id = aNewsItem().tagged("water").publishedAt("2026-01-02T08:00:00Z").exists();

        plainly()
                .get(ITEM, id)
                .then()
                .header("Surrogate-Key", "news:" + id + " tag:" + tag + " news:" + before);
        plainly().get(NEWS).then().header("Surrogate-Key", startsWith("news news:" + id));
        plainly().get("/api/v1/tags").then().header("Surrogate-Key", "tags");
        plainly().get("/api/v1/tags/water").then().header("Surrogate-Key", "tag:" + tag);
    }

    @Test
    void head_answers_as_get_without_the_body() {
        String id = aNewsItem().exists();
        Response whole = plainly().get(ITEM, id);

        plainly()
                .head(ITEM, id)
                .then()
                .statusCode(200)
                .header("ETag", whole.header("ETag"))
                .header("Cache-Control", whole.header("Cache-Control"))
                .body(equalTo(""));
    }

    @Test
    void head_of_what_is_not_there_is_404() {
        plainly().head(NEWS + "/nothing").then().statusCode(404);
    }

    @Test
    void options_tells_the_methods() {
        plainly()
                .options(NEWS)
                .then()
                .statusCode(200)
                .header("Allow", allOf(containsString("GET"), containsString("POST")));
    }

    @Test
    void a_long_answer_is_compressed_when_asked() {
        String id = longItem();

        plainly()
                .header("Accept-Encoding", "gzip")
                .get(ITEM, id)
                .then()
                .header("Content-Encoding", "gzip");
    }

    @Test
    void a_compressed_answer_says_the_same() {
        String id = longItem();

        given().header("Accept-Encoding", "gzip").get(ITEM, id).then().body("id", equalTo(id));
    }

    @ParameterizedTest
    @CsvSource({
        "gzip;q=0",
        "gzip; q=0.0",
        "identity",
        "br",
        "'gzip;q=0, *'",
        "'identity;q=1, gzip;q=0.000'"
    })
    void a_long_answer_is_plain_when_gzip_is_not_accepted(String accepted) {
        String id = longItem();

        plainly()
                .header("Accept-Encoding", accepted)
                .get(ITEM, id)
                .then()
                .header("Content-Encoding", nullValue())
                .body("id", equalTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip", "*", "gzip;q=0.5", "deflate, GZIP;q=1.0"})
    void gzip_is_understood_in_every_spelling(String accepted) {
        String id = longItem();

        plainly()
                .header("Accept-Encoding", accepted)
                .get(ITEM, id)
                .then()
                .header("Content-Encoding", "gzip");
    }

    @Test
    void a_short_answer_is_not_compressed() {
        plainly()
                .header("Accept-Encoding", "gzip")
                .get(NEWS)
                .then()
                .header("Content-Encoding", nullValue());
    }

    @Test
    void any_origin_reads_what_is_public() {
        plainly()
                .header("Origin", "https://anyone.example")
                .get(NEWS)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void a_page_of_any_origin_may_ask_whether_it_may_read() {
        plainly()
                .header("Origin", "https://anyone.example")
                .header("Access-Control-Request-Method", "GET")
                .options(NEWS)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", not(containsString("POST")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void a_page_of_an_unknown_origin_may_not_write(String method) {
        plainly()
                .header("Origin", "https://anyone.example")
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization")
                .options(NEWS)
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue())
                .header("Access-Control-Allow-Headers", nullValue());
    }

    @Test
    void a_page_of_a_configured_origin_may_write() {
        plainly()
                .header("Origin", "https://desk.example")
                .header("Access-Control-Request-Method", "PATCH")
                .options(NEWS)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://desk.example")
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"));
    }

    @Test
    void an_answer_to_a_configured_origin_varies_by_origin() {
        Logins.editor()
                .header("Origin", "https://desk.example")
                .get(NEWS)
                .then()
                .header("Access-Control-Allow-Origin", "https://desk.example")
                .header("Vary", containsString("Origin"));
    }

    @Test
    void an_answer_to_a_write_is_not_kept() {
        Logins.editor()
                .contentType(JSON)
                .body(aNewsItem().input())
                .post(NEWS)
                .then()
                .header("Cache-Control", "private, no-store");
    }

    @Test
    void every_answer_forbids_guessing_its_type() {
        plainly().get(NEWS).then().header("X-Content-Type-Options", "nosniff");
        plainly().get("/nothing").then().header("X-Content-Type-Options", "nosniff");
    }
}
