package dev.vestnik.edge;

import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;

import dev.vestnik.access.Logins;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/// Asks for public answers, and sees whether they were ready.
final class ReadyAnswers {

    static final String NEWS = "/api/v1/news";
    static final String TAGS = "/api/v1/tags";
    static final String HIT = "vestnik; hit";
    static final String STORED = "vestnik; fwd=miss; stored";

    private static final RestAssuredConfig UNCOMPRESSED =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private ReadyAnswers() {}

    static RequestSpecification plainly() {
        return given().config(UNCOMPRESSED).urlEncodingEnabled(false);
    }

    static String status(String path) {
        return plainly().get(path).header("Cache-Status");
    }

    static void edit(String id, Map<String, ?> change) {
        save(id, change);
        Logins.editor().contentType(JSON).body(Map.of()).post(NEWS + "/" + id + "/publish");
    }

    /// Saves what the public does not see yet.
    static void save(String id, Map<String, ?> change) {
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(change)
                .patch(NEWS + "/" + id)
                .then()
                .statusCode(200);
    }
}
