package dev.vestnik.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.vestnik.edge.Secret;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginTest {

    private static final String TOKEN = "/api/v1/auth/token";
    private static final String ME = "/api/v1/me";
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    @Inject Secret secret;

    private static Response login(String username, String password) {
        return given().formParams(
                        "grant_type", "password", "username", username, "password", password)
                .post(TOKEN);
    }

    private static ValidatableResponse me(String token) {
        return given().header("Authorization", "Bearer " + token).get(ME).then();
    }

    private static void refused(String token) {
        me(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"vestnik\"")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    private static void change(String username, java.util.function.Consumer<User> how) {
        QuarkusTransaction.requiringNew()
                .run(() -> how.accept(User.byUsername(username).orElseThrow()));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String header, String claims, byte[] key) throws Exception {
        String message = part(header) + "." + part(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signature = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        return message + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String claimsOf(String token) {
        return new String(
                Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    @Test
    void a_name_and_password_give_a_token() {
        Logins.token("Aigul", Role.EDITOR);

        login("Aigul", Logins.PASSWORD)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3600))
                .body("access_token", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
    }

    @Test
    void the_token_tells_who_one_is() {
        Logins.token("Aigul", Role.EDITOR, Role.PRIVACY);
        String token = login("Aigul", Logins.PASSWORD).path("access_token");

        me(token)
                .statusCode(200)
                .body("username", equalTo("Aigul"))
                .body("roles", contains("editor", "privacy"));
    }

    @Test
    void a_name_is_known_in_any_case() {
        Logins.token("Aigul", Role.EDITOR);

        login(" aIGUL ", Logins.PASSWORD).then().statusCode(200);
    }

    @Test
    void without_a_token_nobody_is_known() {
        given().get(ME).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_disabled_user_get_the_same_answer() {
        Logins.token("known", Role.EDITOR);
        Logins.token("disabled", Role.EDITOR);
        change("disabled", user -> user.disabled = true);

        Response wrong = login("known", "wrong");
        Response unknown = login("unknown", "wrong");
        Response disabled = login("disabled", Logins.PASSWORD);

        for (Response answer : List.of(wrong, unknown, disabled)) {
            assertThat(answer.statusCode(), equalTo(401));
            assertThat(answer.path("code"), equalTo("INVALID_CREDENTIALS"));
            assertThat(answer.asString(), equalTo(wrong.asString()));
            assertThat(answer.headers().size(), equalTo(wrong.headers().size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "' or '1'='1", "%", "\\", "😀", "a\nb"})
    void a_nasty_name_is_unknown(String username) {
        int status = login(username, "wrong").statusCode();

        assertThat(List.of(400, 401).contains(status), equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&username=a&password=b",
        "grant_type=password&username=a",
        "grant_type=password&password=b",
        "''"
    })
    void a_form_that_is_not_whole_is_refused(String form) {
        given().contentType("application/x-www-form-urlencoded")
                .body(form)
                .post(TOKEN)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void a_password_or_name_of_great_length_is_refused() {
        login("aigul", "a".repeat(1025)).then().statusCode(400);
        login("a".repeat(201), "a").then().statusCode(400);
    }

    @Test
    void a_password_is_compared_to_its_last_byte() {
        String password = "a".repeat(72);
        Logins.token("long", Role.EDITOR);
        String hash =
                jakarta.enterprise
                        .inject
                        .spi
                        .CDI
                        .current()
                        .select(Passwords.class)
                        .get()
                        .hash(password + "x");
        change("long", user -> user.passwordHash = hash);

        login("long", password + "y").then().statusCode(401);
        login("long", password + "x").then().statusCode(200);
    }

    @Test
    void credentials_in_the_query_are_not_taken() {
        given().queryParams("username", "a", "password", "b")
                .contentType("application/x-www-form-urlencoded")
                .post(TOKEN)
                .then()
                .statusCode(400);
    }

    @Test
    void a_disabled_users_token_stops_at_once() {
        String token = Logins.token("leaver", Role.EDITOR);
        me(token).statusCode(200);
        change("leaver", user -> user.disabled = true);

        refused(token);
    }

    @Test
    void a_deleted_users_token_stops_at_once() {
        String token = Logins.token("leaver", Role.EDITOR);
        QuarkusTransaction.requiringNew().run(() -> User.delete("usernameKey", "leaver"));

        refused(token);
    }

    @Test
    void a_token_of_an_earlier_generation_is_no_longer_good() {
        String token = Logins.token("aigul", Role.EDITOR);
        change("aigul", user -> user.generation++);

        refused(token);
    }

    @Test
    void a_role_that_was_taken_away_is_gone_at_once() {
        String token = Logins.token("aigul", Role.EDITOR);
        change("aigul", user -> user.roles = Set.of(Role.PRIVACY));

        me(token).body("roles", contains("privacy"));
        given().auth().oauth2(token).get("/api/v1/news?status=DRAFT").then().statusCode(403);
    }

    @Test
    void a_token_is_good_for_an_hour() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String token = Logins.token("aigul", Role.EDITOR);
        TestClock.advance(Duration.ofMinutes(59));
        me(token).statusCode(200);
        TestClock.advance(Duration.ofMinutes(1));

        refused(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "a.b.c",
                "..",
                "null",
                "vk_0000",
                "eyJhbGciOiJIUzI1NiJ9.e30.",
                "😀"
            })
    void garbage_is_no_token(String token) {
        refused(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRtaW46YWRtaW4=", "bearer", "Token abc", "Bearer"})
    void another_scheme_is_not_known(String header) {
        given().header("Authorization", header).get(ME).then().statusCode(401);
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        String claims = claimsOf(Logins.token("aigul", Role.ADMIN));

        refused(part("{\"alg\":\"none\"}") + "." + part(claims) + ".");
        refused(part("{\"alg\":\"None\"}") + "." + part(claims) + ".");
    }

    @Test
    void a_token_signed_with_another_key_is_refused() throws Exception {
        String claims = claimsOf(Logins.token("aigul", Role.ADMIN));

        refused(signed(HS256, claims, new byte[32]));
        refused(signed(HS256, claims, secret.keyFor("cursor")));
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() {
        String[] parts = Logins.token("aigul", Role.EDITOR).split("\\.");
        String claims = claimsOf(String.join(".", parts)).replace("\"gen\":0", "\"gen\":1");

        refused(parts[0] + "." + part(claims) + "." + parts[2]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"iss\":\"vestnik\" | \"iss\":\"other\"",
                "\"aud\":\"vestnik\" | \"aud\":\"other\"",
                "\"exp\"             | \"other\"",
                "\"sub\"             | \"other\"",
                "\"gen\":0           | \"gen\":\"0\"",
                "\"gen\"             | \"other\""
            })
    void a_token_of_ours_with_other_claims_is_refused(String claim, String other) throws Exception {
        String claims = claimsOf(Logins.token("aigul", Role.EDITOR));

        refused(signed(HS256, claims.replace(claim, other), secret.keyFor("token")));
    }

    @Test
    void a_token_signed_so_by_us_is_good() throws Exception {
        String claims = claimsOf(Logins.token("aigul", Role.EDITOR));

        me(signed(HS256, claims, secret.keyFor("token"))).statusCode(200);
    }

    @Test
    void a_token_in_the_query_is_not_taken() {
        String token = Logins.token("aigul", Role.EDITOR);

        given().queryParam("access_token", token).get(ME).then().statusCode(401);
    }

    @Test
    void guessing_is_slowed_down_for_a_name() {
        List<Integer> statuses = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            statuses.add(login("guessed", "wrong " + n).statusCode());
        }

        Response refused = login("GUESSED ", "wrong");

        assertThat(statuses, not(contains(429)));
        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .body("code", equalTo("TOO_MANY_REQUESTS"))
                .body("detail", not(containsString("guessed")));
    }
}
