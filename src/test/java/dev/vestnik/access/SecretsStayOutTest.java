package dev.vestnik.access;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// No password, key, token or hash in the log, in answers that are problems, or in the audit log,
/// wherever a client puts them.
@QuarkusTest
class SecretsStayOutTest {

    private static final String PASSWORD = "marked-password-lantern";
    private static final String NEW_PASSWORD = "marked-password-anchor";
    private static final String GUESS = "marked-password-guess";

    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, NEW_PASSWORD, GUESS));
    private final List<String> problems = new ArrayList<>();

    @Inject EntityManager database;

    @Test
    void whatever_is_sent() throws IOException {
        users();
        String key = key();
        logins();
        for (String secret : List.copyOf(secrets)) {
            oddPlaces(secret);
        }
        oddPlaces(key);

        String log = Files.readString(log());
        String audit =
                column(
                        "select action || coalesce(actor, '') || coalesce(resource_id, '') || request_id || client from audit_event");
        secrets.addAll(column("select password_hash from app_user").lines().toList());
        secrets.addAll(column("select key_hash from api_key").lines().toList());
        assertThat(log, containsString("started in"));
        assertThat(problems.size(), greaterThan(50));
        assertThat(audit, containsString("UserResource_create"));
        for (String secret : secrets) {
            assertThat(log, not(containsString(secret)));
            assertThat(audit, not(containsString(secret)));
            assertThat(String.join("\n", problems), not(containsString(secret)));
        }
    }

    private void users() {
        String id =
                json(Logins.admin())
                        .body(user(PASSWORD))
                        .post("/api/v1/users")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        noted(json(Logins.admin()).body(user(PASSWORD)).post("/api/v1/users"));
        json(Logins.admin())
                .header("If-Match", "*")
                .body("{\"roles\": [\"editor\"], \"password\": \"" + NEW_PASSWORD + "\"}")
                .put("/api/v1/users/{id}", id)
                .then()
                .statusCode(200);
        String token = token(NEW_PASSWORD);
        noted(
                json(given().header("Authorization", "Bearer " + token))
                        .body("{\"current\": \"" + GUESS + "\", \"new\": \"" + PASSWORD + "\"}")
                        .post("/api/v1/me/password"));
        json(given().header("Authorization", "Bearer " + token))
                .body("{\"current\": \"" + NEW_PASSWORD + "\", \"new\": \"" + PASSWORD + "\"}")
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);
    }

    private static String user(String password) {
        return "{\"username\": \"marked-user\", \"roles\": [\"editor\"], \"password\": \""
                + password
                + "\"}";
    }

    private String token(String password) {
        String token =
                given().formParam("username", "marked-user")
                        .formParam("password", password)
                        .post("/api/v1/auth/token")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("access_token");
        secrets.add(token);
        secrets.add(token.substring(token.lastIndexOf('.') + 1));
        return token;
    }

    private String key() {
        String key =
                json(Logins.admin())
                        .header("Idempotency-Key", "a-key")
                        .body("{\"name\": \"x\", \"roles\": [\"author\"]}")
                        .post("/api/v1/api-keys")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("key");
        secrets.add(key);
        given().header("Authorization", "Bearer " + key).get("/api/v1/me").then().statusCode(200);
        noted(given().header("Authorization", "Bearer " + key).get("/api/v1/users"));
        return key;
    }

    private void logins() {
        token(PASSWORD);
        for (String username : List.of("marked-user", "nobody", GUESS, PASSWORD)) {
            noted(
                    given().formParam("username", username)
                            .formParam("password", GUESS)
                            .post("/api/v1/auth/token"));
        }
    }

    /// Where people and programs put a secret by mistake.
    private void oddPlaces(String secret) {
        noted(given().queryParam("access_token", secret).get("/api/v1/news"));
        noted(given().queryParam("limit", secret).get("/api/v1/news"));
        noted(given().queryParam("cursor", secret).get("/api/v1/news"));
        noted(given().header("Authorization", secret).get("/api/v1/me"));
        noted(given().header("Authorization", "Basic " + secret).get("/api/v1/me"));
        noted(given().header("Authorization", "Bearer x" + secret).get("/api/v1/me"));
        noted(given().header("X-Request-Id", secret).delete("/api/v1/users/x"));
        noted(given().header("Accept", secret + "/x").get("/api/v1/news"));
        noted(
                given().formParam("grant_type", secret)
                        .formParam("client_secret", secret)
                        .post("/api/v1/auth/token"));
        noted(given().body(secret).contentType("text/plain").post("/api/v1/auth/token"));
        String[] bodies = {
            "{\"password\": [\"%s\"]}",
            "{\"password\": {\"a\": \"%s\"}}",
            "\"%s\"",
            "[\"%s\"]",
            "%s",
            "{\"username\": \"a\", \"password\": \"%s\", \"roles\": [\"%s\"]}",
            "{\"username\": \"!%s\", \"password\": \"%s\", \"roles\": [\"editor\"]}",
            "{\"username\": \"a\", \"password\": \"%s",
            "{\"password\": \"%s\", \"password\": \"%s\"}"
        };
        for (String body : bodies) {
            noted(json(Logins.admin()).body(body.replace("%s", secret)).post("/api/v1/users"));
        }
        noted(
                json(Logins.admin())
                        .body(
                                "{\"name\": \"a\", \"roles\": [\"editor\"], \"expiresAt\": \""
                                        + secret
                                        + "\"}")
                        .post("/api/v1/api-keys"));
        // the path comes back in `instance`, to the one who sent it; it must go nowhere else
        given().header("If-Match", secret).delete("/api/v1/users/{id}", secret);
        json(given()).post("/api/v1/news/{id}/publish", secret);
        given().get("/{path}", secret);
    }

    private void noted(Response answer) {
        if (answer.statusCode() >= 400) {
            problems.add(answer.asString());
        }
    }

    private static RequestSpecification json(RequestSpecification request) {
        return request.contentType(JSON);
    }

    private String column(String query) {
        jakarta.enterprise
                .inject
                .spi
                .CDI
                .current()
                .select(dev.vestnik.audit.AuditLog.class)
                .get()
                .settle();
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        String.join(
                                "\n",
                                database.createNativeQuery(query, String.class).getResultList()));
    }

    private static Path log() {
        return ConfigProvider.getConfig().getValue("quarkus.log.file.path", Path.class);
    }
}
