package dev.vestnik.access;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.testing.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UsersTest {

    private static final String USERS = "/api/v1/users";
    private static final String USER = USERS + "/{id}";
    private static final String PASSWORD = "river stone lantern";

    private static ValidatableResponse created(String username, String... roles) {
        return Logins.admin()
                .contentType(JSON)
                .body(Map.of("username", username, "password", PASSWORD, "roles", List.of(roles)))
                .post(USERS)
                .then();
    }

    private static String existing(String username, String... roles) {
        return created(username, roles).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse patched(String id, String patch) {
        return Logins.admin()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(USER, id)
                .then();
    }

    private static Response loggedIn(String username, String password) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("username", username)
                .formParam("password", password)
                .post("/api/v1/auth/token");
    }

    private static String token(String username, String password) {
        return loggedIn(username, password).then().statusCode(200).extract().path("access_token");
    }

    private static int me(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/v1/me").statusCode();
    }

    private static String idOf(String username) {
        return Logins.admin()
                .queryParam("q", username)
                .get(USERS)
                .path("items.find { it.username == '" + username + "' }.id");
    }

    @Test
    void creates_a_user_who_can_log_in() {
        created("editor-one", "editor", "author")
                .statusCode(201)
                .header("Location", matchesPattern("http.*/api/v1/users/[0-9a-f-]{36}"))
                .header("ETag", notNullValue())
                .body("username", equalTo("editor-one"))
                .body("roles", contains("author", "editor"))
                .body("disabled", equalTo(false))
                .body("password", nullValue())
                .body("passwordHash", nullValue());

        assertThat(me(token("Editor-One ", PASSWORD)), equalTo(200));
    }

    @Test
    void shows_what_was_created() {
        String id = existing("editor-one", "editor");

        Logins.admin()
                .get(USER, id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("username", equalTo("editor-one"))
                .body("version", equalTo(0))
                .body("$", not(containsString("password")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor-one", "EDITOR-ONE"})
    void refuses_a_name_that_is_taken_without_regard_to_case(String name) {
        existing("editor-one", "editor");

        created(name, "editor").statusCode(409).body("code", equalTo("NAME_TAKEN"));
    }

    @Test
    void of_many_who_take_a_name_at_once_one_gets_it() throws Exception {
        Logins.admin();

        List<Integer> statuses =
                Parallel.times(
                        6, n -> created("editor-one", "editor").extract().response().statusCode());

        assertThat(statuses.stream().filter(status -> status == 201).count(), equalTo(1L));
        assertThat(
                statuses.stream().allMatch(status -> List.of(201, 409, 429, 503).contains(status)),
                equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"username": "", "password": "long enough", "roles": ["editor"]}           | 422 | /username
                    {"username": "a b", "password": "long enough", "roles": ["editor"]}        | 422 | /username
                    {"username": "key:a", "password": "long enough", "roles": ["editor"]}      | 422 | /username
                    {"username": "a", "password": "short", "roles": ["editor"]}                | 422 | /password
                    {"username": "a", "roles": ["editor"]}                                     | 422 | /password
                    {"username": "a", "password": "long enough", "roles": []}                  | 422 | /roles
                    {"username": "a", "password": "long enough"}                               | 422 | /roles
                    {"username": "a", "password": "long enough", "roles": ["chief"]}           | 400 | /roles/0
                    {"username": "a", "password": "long enough", "roles": [null]}              | 422 | /roles
                    {"username": "a", "password": {}, "roles": ["editor"]}                     | 400 | /password
                    {"username": "a", "password": ["long enough"], "roles": ["editor"]}        | 400 | /password
                    {"username": "a", "password": 1234567890, "roles": ["editor"]}             | 400 | /password
                    {"username": "a", "password": true, "roles": ["editor"]}                   | 400 | /password
                    {"username": "a", "password": "long enough", "roles": "editor"}            | 400 | /roles
                    {"username": "a", "password": "long enough", "roles": ["editor"], "id": 1} | 400 | /id
                    {"username": "a", "password": "long enough", "roles": ["editor"], "passwordHash": "x"} | 400 | /passwordHash
                    {"username": "a", "password": "long enough", "roles": ["editor"], "generation": 5} | 400 | /generation
                    """)
    void says_what_is_wrong_with_a_new_user(String body, int status, String pointer) {
        Logins.admin()
                .contentType(JSON)
                .body(body)
                .post(USERS)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body(not(containsString("long enough")));
    }

    @Test
    void counts_a_password_in_code_points() {
        Logins.admin()
                .contentType(JSON)
                .body(
                        Map.of(
                                "username",
                                "editor-one",
                                "password",
                                "🦌".repeat(128),
                                "roles",
                                List.of("editor")))
                .post(USERS)
                .then()
                .statusCode(201);

        assertThat(loggedIn("editor-one", "🦌".repeat(128)).statusCode(), equalTo(200));
        assertThat(loggedIn("editor-one", "🦌".repeat(127)).statusCode(), equalTo(401));
    }

    @Test
    void repeats_the_answer_to_the_same_idempotency_key() {
        Map<String, Object> body =
                Map.of("username", "editor-one", "password", PASSWORD, "roles", List.of("editor"));

        List<String> ids =
                List.of(1, 2).stream()
                        .map(n ->
                                Logins.admin()
                                        .header("Idempotency-Key", "a-key")
                                        .contentType(JSON)
                                        .body(body)
                                        .post(USERS)
                                        .then()
                                        .statusCode(201)
                                        .extract()
                                        .<String>path("id"))
                        .toList();

        assertThat(ids.get(0), equalTo(ids.get(1)));
    }

    @Test
    void lists_by_name_page_by_page() {
        existing("delta", "editor");
        existing("Charlie", "editor");
        existing("bravo", "editor");

        String next =
                Logins.admin()
                        .queryParam("limit", 3)
                        .queryParam("total", true)
                        .get(USERS)
                        .then()
                        .body("items.username", contains("admin", "an-admin", "bravo"))
                        .body("page.total", equalTo(5))
                        .extract()
                        .path("page.next");
        String previous =
                Logins.admin()
                        .queryParam("limit", 3)
                        .queryParam("cursor", next)
                        .get(USERS)
                        .then()
                        .body("items.username", contains("Charlie", "delta"))
                        .body("page.next", nullValue())
                        .extract()
                        .path("page.prev");

        Logins.admin()
                .queryParam("limit", 3)
                .queryParam("cursor", previous)
                .get(USERS)
                .then()
                .body("items.username", contains("admin", "an-admin", "bravo"));
    }

    @Test
    void finds_users_by_part_of_the_name_role_and_state() {
        patched(existing("bravo_1", "editor"), "{\"disabled\": true}").statusCode(200);
        existing("bravo-2", "editor", "author");

        Logins.admin()
                .queryParam("q", "BRAVO_")
                .get(USERS)
                .then()
                .body("items.username", contains("bravo_1"));
        Logins.admin()
                .queryParam("role", "author")
                .get(USERS)
                .then()
                .body("items.username", contains("bravo-2"));
        Logins.admin()
                .queryParam("disabled", true)
                .get(USERS)
                .then()
                .body("items.username", contains("bravo_1"));
        Logins.admin()
                .queryParam("disabled", false)
                .get(USERS)
                .then()
                .body("items.username", containsInAnyOrder("admin", "an-admin", "bravo-2"));
        Logins.admin().queryParam("role", "chief").get(USERS).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"disabled\": true}",
                "{\"roles\": [\"author\"]}",
                "{\"password\": \"another river stone\"}"
            })
    void whatever_changes_ends_the_tokens(String patch) {
        String id = existing("editor-one", "editor");
        String token = token("editor-one", PASSWORD);

        patched(id, patch).statusCode(200).body("version", equalTo(1));

        assertThat(me(token), equalTo(401));
    }

    @Test
    void a_change_of_nothing_leaves_the_tokens() {
        String id = existing("editor-one", "editor");
        String token = token("editor-one", PASSWORD);

        patched(id, "{\"roles\": [\"editor\"]}").statusCode(200).body("version", equalTo(0));

        assertThat(me(token), equalTo(200));
    }

    @Test
    void one_who_is_disabled_cannot_log_in_until_enabled_again() {
        String id = existing("editor-one", "editor");
        patched(id, "{\"disabled\": true}").statusCode(200);

        assertThat(loggedIn("editor-one", PASSWORD).statusCode(), equalTo(401));
        patched(id, "{\"disabled\": false}").statusCode(200);
        assertThat(loggedIn("editor-one", PASSWORD).statusCode(), equalTo(200));
    }

    @Test
    void a_new_password_takes_the_place_of_the_old_one() {
        String id = existing("editor-one", "editor");
        patched(id, "{\"password\": \"another river stone\"}").statusCode(200);

        assertThat(loggedIn("editor-one", PASSWORD).statusCode(), equalTo(401));
        assertThat(loggedIn("editor-one", "another river stone").statusCode(), equalTo(200));
    }

    @Test
    void a_whole_replacement_keeps_name_and_password() {
        String id = existing("editor-one", "editor");

        Logins.admin()
                .header("If-Match", "\"0\"")
                .contentType(JSON)
                .body("{\"roles\": [\"privacy\"]}")
                .put(USER, id)
                .then()
                .statusCode(200)
                .body("username", equalTo("editor-one"))
                .body("roles", contains("privacy"));

        assertThat(loggedIn("editor-one", PASSWORD).statusCode(), equalTo(200));
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        String id = existing("editor-one", "editor");
        patched(id, "{\"disabled\": true}").statusCode(200);

        Logins.admin()
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"disabled\": false}")
                .patch(USER, id)
                .then()
                .statusCode(412);
        Logins.admin()
                .contentType("application/merge-patch+json")
                .body("{\"disabled\": false}")
                .patch(USER, id)
                .then()
                .statusCode(428);
        Logins.admin().delete(USER, id).then().statusCode(428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\": \"other\"}",
                "{\"id\": \"01940000-0000-7000-8000-000000000201\"}",
                "{\"version\": 7}",
                "{\"generation\": 7}",
                "{\"createdAt\": \"2025-01-01T00:00:00Z\"}"
            })
    void what_the_server_owns_is_not_taken(String patch) {
        patched(existing("editor-one", "editor"), patch)
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"));
    }

    @Test
    void the_token_of_a_deleted_user_is_no_longer_good() {
        String id = existing("editor-one", "editor");
        String token = token("editor-one", PASSWORD);

        Logins.admin().header("If-Match", "*").delete(USER, id).then().statusCode(204);

        assertThat(me(token), equalTo(401));
        Logins.admin().get(USER, id).then().statusCode(404);
    }

    @Test
    void the_last_administrator_cannot_be_lost() {
        Logins.admin();
        patched(idOf("admin"), "{\"disabled\": true}").statusCode(200);
        String id = idOf("an-admin");

        patched(id, "{\"disabled\": true}").statusCode(409).body("code", equalTo("INVALID_STATE"));
        patched(id, "{\"roles\": [\"editor\"]}").statusCode(409);
        Logins.admin().header("If-Match", "*").delete(USER, id).then().statusCode(409);
        patched(id, "{\"roles\": [\"editor\", \"admin\"]}").statusCode(200);
    }

    @Test
    void two_last_administrators_cannot_remove_each_other_at_once() throws Exception {
        Logins.admin();
        patched(idOf("admin"), "{\"disabled\": true}").statusCode(200);
        List<String> ids = List.of(existing("admin-two", "admin"), idOf("an-admin"));
        List<String> tokens = List.of(token("admin-two", PASSWORD), Logins.token("an-admin"));

        Parallel.times(
                2,
                n ->
                        given().header("Authorization", "Bearer " + tokens.get(n))
                                .header("If-Match", "*")
                                .delete(USER, ids.get(1 - n))
                                .statusCode());

        Long left =
                io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                        .call(() ->
                                User.count("disabled = false and locate('admin', roleNames) > 0"));
        assertThat(left, equalTo(1L));
    }

    @Test
    void everyone_changes_their_own_password() {
        existing("author-one", "author");
        String token = token("author-one", PASSWORD);

        given().header("Authorization", "Bearer " + token)
                .contentType(JSON)
                .body(Map.of("current", PASSWORD, "new", "another river stone"))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);

        assertThat(me(token), equalTo(401));
        assertThat(loggedIn("author-one", PASSWORD).statusCode(), equalTo(401));
        assertThat(loggedIn("author-one", "another river stone").statusCode(), equalTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, another river stone, 403",
        "river stone lantern, short, 422",
        "river stone lantern, , 422"
    })
    void an_own_password_changes_only_against_the_present_one(
            String current, String wanted, int status) {
        existing("author-one", "author");
        String token = token("author-one", PASSWORD);

        given().header("Authorization", "Bearer " + token)
                .contentType(JSON)
                .body(
                        wanted == null
                                ? Map.of("current", current)
                                : Map.of("current", current, "new", wanted))
                .post("/api/v1/me/password")
                .then()
                .statusCode(status)
                .body(not(containsString("river stone")));

        assertThat(me(token), equalTo(200));
    }

    @Test
    void a_stolen_token_does_not_let_one_guess_the_password() {
        existing("author-one", "author");
        String token = token("author-one", PASSWORD);

        int last = 0;
        for (int n = 0; n < 12; n++) {
            last =
                    given().header("Authorization", "Bearer " + token)
                            .contentType(JSON)
                            .body(Map.of("current", "guess " + n, "new", "another river stone"))
                            .post("/api/v1/me/password")
                            .statusCode();
        }

        assertThat(last, equalTo(429));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "editor", "privacy"})
    void others_than_administrators_learn_nothing(String role) {
        String id = existing("editor-one", "editor");

        Logins.as("some-" + role, Role.valueOf(role.toUpperCase(java.util.Locale.ROOT)))
                .get(USER, id)
                .then()
                .statusCode(403);
    }
}
