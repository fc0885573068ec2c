package dev.vestnik.access;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ApiKeysTest {

    private static final String KEYS = "/api/v1/api-keys";
    private static final String KEY = KEYS + "/{id}";
    private static final String AUTHORS = "{\"name\": \"Mobile app\", \"roles\": [\"author\"]}";

    @Inject EntityManager database;

    private static ValidatableResponse created(String body) {
        return Logins.admin().contentType(JSON).body(body).post(KEYS).then();
    }

    private static Response me(String key) {
        return given().header("Authorization", "Bearer " + key).get("/api/v1/me");
    }

    @Test
    void shows_the_key_once() {
        String id =
                created(AUTHORS)
                        .statusCode(201)
                        .header("Location", containsString(KEYS))
                        .body("key", matchesPattern("vk_[0-9A-Za-z]{49}"))
                        .body("roles", contains("author"))
                        .extract()
                        .path("id");

        Logins.admin()
                .get(KEY, id)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", equalTo("Mobile app"))
                .body("revokedAt", nullValue())
                .body(not(containsString("vk_")));
        Logins.admin().get(KEYS).then().body(not(containsString("vk_")));
    }

    @Test
    void keeps_only_a_hash_even_of_an_answer_that_can_be_repeated() {
        String first = keyOfIdempotentRequest();
        String second = keyOfIdempotentRequest();

        assertThat(second, equalTo(first));
        List<?> kept =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                database.createNativeQuery(
                                                "select body from idempotent_answer union all select key_hash from api_key",
                                                String.class)
                                        .getResultList());
        assertThat(kept.size(), equalTo(2));
        assertThat(kept.toString(), not(containsString("vk_")));
    }

    private static String keyOfIdempotentRequest() {
        return Logins.admin()
                .header("Idempotency-Key", "a-key")
                .contentType(JSON)
                .body(AUTHORS)
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    @Test
    void lets_a_program_do_what_its_roles_allow() {
        String key = created(AUTHORS).extract().path("key");

        me(key).then()
                .statusCode(200)
                .body("username", equalTo("key:Mobile app"))
                .body("roles", contains("author"));
        String item =
                given().header("Authorization", "Bearer " + key)
                        .contentType(JSON)
                        .body(aNewsItem().input())
                        .post("/api/v1/news")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        given().header("Authorization", "Bearer " + key)
                .header("If-Match", "*")
                .delete("/api/v1/news/{id}", item)
                .then()
                .statusCode(204);
        given().header("Authorization", "Bearer " + key).get(KEYS).then().statusCode(403);
    }

    @Test
    void a_key_has_no_password() {
        String key = created(AUTHORS).extract().path("key");

        given().header("Authorization", "Bearer " + key)
                .contentType(JSON)
                .body("{\"current\": \"anything\", \"new\": \"river stone lantern\"}")
                .post("/api/v1/me/password")
                .then()
                .statusCode(403);
    }

    @Test
    void a_revoked_key_is_no_longer_good_but_stays_in_the_list() {
        Response made = created(AUTHORS).extract().response();
        String id = made.path("id");
        assertThat(me(made.path("key")).statusCode(), equalTo(200));

        Logins.admin().delete(KEY, id).then().statusCode(428);
        Logins.admin().header("If-Match", "\"0\"").delete(KEY, id).then().statusCode(204);

        assertThat(me(made.path("key")).statusCode(), equalTo(401));
        Logins.admin()
                .get(KEYS)
                .then()
                .body("items.id", hasItem(id))
                .body("items[0].revokedAt", notNullValue());
    }

    @Test
    void a_key_ends_when_it_was_said_to() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String key =
                created(
                                "{\"name\": \"x\", \"roles\": [\"editor\"], \"expiresAt\": \"2026-01-01T09:00:00Z\"}")
                        .extract()
                        .path("key");

        assertThat(me(key).statusCode(), equalTo(200));
        TestClock.advance(Duration.ofHours(1));
        assertThat(me(key).statusCode(), equalTo(401));
    }

    @Test
    void tells_when_a_key_was_used_to_the_minute() throws InterruptedException {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        Response made = created(AUTHORS).extract().response();
        String id = made.path("id");

        me(made.path("key"));
        assertThat(lastUse(id, "2026-01-01T08:00:00Z"), equalTo("2026-01-01T08:00:00Z"));
        TestClock.advance(Duration.ofSeconds(30));
        me(made.path("key"));
        assertThat(lastUse(id, "2026-01-01T08:00:00Z"), equalTo("2026-01-01T08:00:00Z"));
        TestClock.advance(Duration.ofSeconds(40));
        me(made.path("key"));
        assertThat(lastUse(id, "2026-01-01T08:01:10Z"), equalTo("2026-01-01T08:01:10Z"));
        Logins.admin().get(KEY, id).then().body("version", equalTo(0));
    }

    /// Written beside the request, so that it may take a moment.
    private static String lastUse(String id, String expected) throws InterruptedException {
        String seen = null;
        for (int n = 0; n < 100 && !expected.equals(seen); n++) {
            seen = Logins.admin().get(KEY, id).path("lastUsedAt");
            Thread.sleep(20);
        }
        return seen;
    }

    @Test
    void a_typo_is_known_by_the_checksum() {
        String key = created(AUTHORS).extract().path("key");
        char last = key.charAt(20) == 'a' ? 'b' : 'a';
        String typo = key.substring(0, 20) + last + key.substring(21);

        assertThat(KeyText.isWellFormed(key), equalTo(true));
        assertThat(KeyText.isWellFormed(typo), equalTo(false));
        assertThat(me(typo).statusCode(), equalTo(401));
        assertThat(me(KeyText.random()).statusCode(), equalTo(401));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name": "", "roles": ["editor"]}                                           | 422 | /name
                    {"name": "x", "roles": []}                                                  | 422 | /roles
                    {"name": "x"}                                                               | 422 | /roles
                    {"name": "x", "roles": ["editor"], "expiresAt": "2020-01-01T00:00:00Z"}     | 422 | /expiresAt
                    {"name": "x", "roles": ["editor"], "expiresAt": "tomorrow"}                 | 400 | /expiresAt
                    {"name": "x", "roles": ["editor"], "key": "vk_mine"}                        | 400 | /key
                    {"name": "x", "roles": ["editor"], "keyHash": "00"}                         | 400 | /keyHash
                    """)
    void says_what_is_wrong_with_a_new_key(String body, int status, String pointer) {
        created(body).statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void lists_the_newest_first_page_by_page() {
        for (String name : List.of("one", "two", "three")) {
            created("{\"name\": \"" + name + "\", \"roles\": [\"editor\"]}").statusCode(201);
        }

        String next =
                Logins.admin()
                        .queryParam("limit", 2)
                        .queryParam("total", true)
                        .get(KEYS)
                        .then()
                        .body("items.name", contains("three", "two"))
                        .body("page.total", equalTo(3))
                        .extract()
                        .path("page.next");
        String previous =
                Logins.admin()
                        .queryParam("limit", 2)
                        .queryParam("cursor", next)
                        .get(KEYS)
                        .then()
                        .body("items.name", contains("one"))
                        .extract()
                        .path("page.prev");
        Logins.admin()
                .queryParam("limit", 2)
                .queryParam("cursor", previous)
                .get(KEYS)
                .then()
                .body("items.name", contains("three", "two"));
    }
}
