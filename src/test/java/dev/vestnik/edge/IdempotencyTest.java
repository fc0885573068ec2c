package dev.vestnik.edge;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.testing.Parallel;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotencyTest {

    private static final String NEWS = "/api/v1/news";
    private static final String TAGS = "/api/v1/tags";
    private static final String KEY = "Idempotency-Key";

    private static Response post(String key, Map<String, Object> body) {
        return Logins.editor().contentType(JSON).header(KEY, key).body(body).post(NEWS);
    }

    private static Map<String, Object> item(String title) {
        return aNewsItem().titled(title).input();
    }

    private static void thereAreDrafts(int count) {
        Logins.editor()
                .get(NEWS + "?status=DRAFT&total=true")
                .then()
                .body("page.total", equalTo(count));
    }

    @Test
    void the_same_request_gets_the_same_answer_again() {
        Response first = post("a-key", item("Вода"));

        post("a-key", item("Вода"))
                .then()
                .statusCode(201)
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first.asString()));
    }

    @Test
    void the_first_answer_is_no_repetition() {
        post("a-key", item("Вода")).then().header("Idempotency-Replayed", nullValue());
    }

    @Test
    void the_same_request_makes_one_item() {
        post("a-key", item("Вода"));
        post("a-key", item("Вода"));

        thereAreDrafts(1);
    }

    @Test
    void the_answer_stays_as_it_was_when_the_item_has_changed() {
        String id = post("a-key", item("Вода")).path("id");
        Logins.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(item("Степь"))
                .put(NEWS + "/{id}", id);

        post("a-key", item("Вода")).then().statusCode(201).body("title", equalTo("Вода"));
    }

    @Test
    void another_body_under_the_key_is_refused() {
        post("a-key", item("Вода"));

        post("a-key", item("Степь"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void another_key_is_another_request() {
        post("a-key", item("Вода"));

        post("another-key", item("Вода")).then().statusCode(201).body("slug", equalTo("voda-2"));
    }

    @Test
    void another_users_key_is_another_request() {
        String first = post("a-key", item("Вода")).path("id");

        String second =
                Logins.author()
                        .contentType(JSON)
                        .header(KEY, "a-key")
                        .body(item("Вода"))
                        .post(NEWS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        assertThat(second.equals(first), equalTo(false));
    }

    @Test
    void a_key_is_good_for_one_path() {
        post("a-key", item("Вода"));

        Logins.editor()
                .contentType(JSON)
                .header(KEY, "a-key")
                .body("{\"names\": {\"ru\": \"Вода\"}}")
                .post(TAGS)
                .then()
                .statusCode(201);
    }

    @Test
    void tags_heed_the_key_too() {
        for (int n = 0; n < 2; n++) {
            Logins.editor()
                    .contentType(JSON)
                    .header(KEY, "a-key")
                    .body("{\"names\": {\"ru\": \"Вода\"}}")
                    .post(TAGS);
        }

        given().get(TAGS).then().body("items.slug", contains("voda"));
    }

    @Test
    void of_ten_requests_at_once_one_makes_the_item() throws Exception {
        String token = Logins.token("an-editor", Role.EDITOR);
        Map<String, Object> body = item("Вода");

        List<Integer> statuses =
                Parallel.times(
                        10,
                        n ->
                                given().auth()
                                        .oauth2(token)
                                        .contentType(JSON)
                                        .header(KEY, "a-key")
                                        .body(body)
                                        .post(NEWS)
                                        .statusCode());

        assertThat(statuses, hasItem(201));
        assertThat(statuses, everyItem(oneOf(201, 409)));
        thereAreDrafts(1);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        post("a-key", item("Вода"));
        TestClock.advance(Duration.ofHours(24));

        post("a-key", item("Степь")).then().statusCode(201).body("title", equalTo("Степь"));
    }

    @Test
    void a_key_is_known_until_then() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        post("a-key", item("Вода"));
        TestClock.advance(Duration.ofHours(24).minusSeconds(1));

        post("a-key", item("Степь")).then().statusCode(422);
    }

    @Test
    void a_request_that_failed_does_not_hold_the_key() {
        post("a-key", aNewsItem().tagged("nothing").input()).then().statusCode(422);

        post("a-key", item("Вода")).then().statusCode(201);
    }

    @Test
    void a_request_that_was_not_allowed_does_not_hold_the_key() {
        Logins.privacyOfficer()
                .contentType(JSON)
                .header(KEY, "a-key")
                .body(item("Вода"))
                .post(NEWS)
                .then()
                .statusCode(403);

        post("a-key", item("Степь")).then().statusCode(201);
    }

    @Test
    void a_dry_run_does_not_use_the_key_up() {
        Logins.editor()
                .contentType(JSON)
                .header(KEY, "a-key")
                .queryParam("dryRun", true)
                .body(item("Вода"))
                .post(NEWS)
                .then()
                .statusCode(200);

        post("a-key", item("Степь")).then().statusCode(201).body("title", equalTo("Степь"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 256, 4000})
    void a_key_has_1_to_255_characters(int length) {
        post("k".repeat(length), item("Вода"))
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(KEY));
    }
}
