package dev.vestnik.consent;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// The support resource of Global Privacy Control.
@QuarkusTest
class GpcTest {

    private static final String GPC = "/.well-known/gpc.json";

    @Test
    void tells_everybody_that_the_signal_is_heeded_and_since_when() {
        given().get(GPC)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", startsWith("public, max-age="))
                .body("", aMapWithSize(2))
                .body("gpc", equalTo(true))
                .body("lastUpdate", matchesPattern("\\d{4}-\\d{2}-\\d{2}"));
    }

    @Test
    void is_not_sent_again_to_who_has_it() {
        String etag = given().get(GPC).header("ETag");

        given().header("If-None-Match", etag).get(GPC).then().statusCode(304);
    }
}
