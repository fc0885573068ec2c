package dev.vestnik.openapi;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The document that is served is the one that stands in the project. After a change to the API,
/// write it anew with `./mvnw test -Dtest=OpenApiDocumentTest -Dvestnik.openapi.write=true`, and
/// look at the difference.
@QuarkusTest
class OpenApiDocumentTest {

    private static final Path KEPT = Path.of("src/main/openapi/openapi.json");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Test
    void the_served_document_is_the_kept_one() throws IOException {
        String served =
                given().queryParam("format", "json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        JsonNode document = JSON.readTree(served);
        if (Boolean.getBoolean("vestnik.openapi.write")) {
            Files.writeString(KEPT, JSON.writeValueAsString(document) + "\n");
        }

        assertEquals(JSON.readTree(Files.readString(KEPT)), document);
    }
}
