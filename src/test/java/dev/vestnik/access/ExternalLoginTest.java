package dev.vestnik.access;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.testing.LoginService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExternalLoginTest {

    private static RequestSpecification somebody(Instant expires, String... groups) {
        URI keys = ConfigProvider.getConfig().getValue("vestnik.access.oidc.jwks-url", URI.class);
        String token =
                given().contentType(JSON)
                        .body(
                                Map.of(
                                        "iss",
                                        LoginService.ISSUER,
                                        "sub",
                                        "4711",
                                        "exp",
                                        expires.getEpochSecond(),
                                        "preferred_username",
                                        "admin",
                                        "groups",
                                        List.of(groups)))
                        .post(keys.resolve("/sign"))
                        .asString();
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification somebody(String... groups) {
        return somebody(Instant.now().plusSeconds(600), groups);
    }

    @Test
    void a_user_of_the_issuer_is_known_by_name_and_roles() {
        somebody("editor", "football")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("external:admin"))
                .body("roles", contains("editor"));
    }

    @Test
    void may_do_what_the_roles_allow_and_owns_what_was_written() {
        String id =
                somebody("author")
                        .contentType(JSON)
                        .body(aNewsItem().input())
                        .post("/api/v1/news")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        somebody("author")
                .contentType(JSON)
                .post("/api/v1/news/{id}/publish", id)
                .then()
                .statusCode(403);
        somebody("author")
                .header("If-Match", "*")
                .delete("/api/v1/news/{id}", id)
                .then()
                .statusCode(204);
        somebody("author").get("/api/v1/users").then().statusCode(403);
    }

    @Test
    void has_no_password_here() {
        somebody("editor")
                .contentType(JSON)
                .body("{\"current\": \"anything\", \"new\": \"river stone lantern\"}")
                .post("/api/v1/me/password")
                .then()
                .statusCode(403);
    }

    @Test
    void an_expired_token_is_401() {
        somebody(Instant.now().minusSeconds(60), "editor").get("/api/v1/me").then().statusCode(401);
    }
}
