package dev.vestnik.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LoginSafetyTest {

    private static Response loggedIn(String username, String password) {
        return given().formParam("username", username)
                .formParam("password", password)
                .post("/api/v1/auth/token");
    }

    private static void exists(String username) {
        Logins.token(username, Role.EDITOR);
    }

    private static Set<String> headerNames(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !Set.of("X-Request-Id", "Date").contains(header.getName()))
                .map(Header::toString)
                .collect(Collectors.toSet());
    }

    @Test
    void unknown_wrong_and_disabled_look_the_same() {
        exists("editor-one");
        exists("editor-two");
        QuarkusTransaction.requiringNew()
                .run(() -> User.update("disabled = true where usernameKey = 'editor-two'"));

        Response wrong = loggedIn("editor-one", "not the password");
        for (Response answer :
                List.of(
                        loggedIn("nobody-at-all", "not the password"),
                        loggedIn("editor-two", "not the password"),
                        loggedIn("editor-two", Logins.PASSWORD))) {
            assertThat(answer.statusCode(), equalTo(401));
            assertThat(answer.asString(), equalTo(wrong.asString()));
            assertThat(headerNames(answer), equalTo(headerNames(wrong)));
        }
    }

    @Test
    void a_megabyte_as_password_is_refused_at_once() {
        exists("editor-one");
        long start = System.nanoTime();

        loggedIn("editor-one", "p".repeat(1_000_000)).then().statusCode(400);

        assertThat(Duration.ofNanos(System.nanoTime() - start), lessThan(Duration.ofSeconds(1)));
    }

    @Test
    void passwords_that_differ_after_72_bytes_differ() {
        String long73 = "a".repeat(72) + "b";
        QuarkusTransaction.requiringNew()
                .run(() ->
                        User.named(
                                        "editor-one",
                                        jakarta.enterprise
                                                .inject
                                                .spi
                                                .CDI
                                                .current()
                                                .select(Passwords.class)
                                                .get()
                                                .hash(long73),
                                        Set.of(Role.EDITOR),
                                        java.time.Instant.now())
                                .persist());

        assertThat(loggedIn("editor-one", "a".repeat(72) + "c").statusCode(), equalTo(401));
        assertThat(loggedIn("editor-one", "a".repeat(72)).statusCode(), equalTo(401));
        assertThat(loggedIn("editor-one", long73).statusCode(), equalTo(200));
    }

    @Test
    void guessing_one_name_is_slowed_down_however_it_is_spelled() {
        exists("editor-one");
        List<Integer> statuses = new ArrayList<>();
        for (int n = 0; n < 14; n++) {
            statuses.add(
                    given().header("X-Forwarded-For", "203.0.113." + n)
                            .formParam("username", n % 2 == 0 ? "editor-one" : " EDITOR-ONE ")
                            .formParam("password", "guess " + n)
                            .post("/api/v1/auth/token")
                            .statusCode());
        }

        assertThat(statuses.subList(0, 10), everyItem(equalTo(401)));
        assertThat(statuses.subList(11, 14), everyItem(equalTo(429)));
        loggedIn("editor-one", Logins.PASSWORD)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
    }

    @Test
    void who_knows_one_password_cannot_go_on_guessing_others() {
        exists("editor-one");
        List<Integer> statuses = new ArrayList<>();
        for (int n = 0; n < 36; n++) {
            statuses.add(loggedIn("name-" + n, "guess").statusCode());
            if (n % 5 == 0) {
                loggedIn("editor-one", Logins.PASSWORD);
            }
        }

        assertThat(statuses, hasItem(429));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic YWRtaW46YWRtaW4=",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer vk_",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImlzcyI6InZlc3RuaWsifQ.",
                "Digest x"
            })
    void a_credential_that_is_none_is_401(String credential) {
        given().header("Authorization", credential)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"vestnik\""));
    }

    @Test
    void a_token_in_the_query_is_not_one() {
        String token = Logins.token("editor-one", Role.EDITOR);

        given().queryParam("access_token", token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body(not(equalTo("")));
    }
}
