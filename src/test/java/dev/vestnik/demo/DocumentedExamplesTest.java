package dev.vestnik.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.access.Logins;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation works on the demonstration newsroom with the examples of the document, sent as
/// they stand.
@QuarkusTest
class DocumentedExamplesTest {

    private static final Path DOCUMENT = Path.of("src/main/openapi/openapi.json");

    /// A password and a token of one's own: no document can have them.
    private static final Set<String> SECRET =
            Set.of("/api/v1/auth/token", "/api/v1/preview/{token}");

    @Inject DemonstrationNewsroom demonstration;

    static Stream<String> operations() throws IOException {
        List<String> operations = new ArrayList<>();
        new ObjectMapper()
                .readTree(DOCUMENT.toFile())
                .path("paths")
                .properties()
                .forEach(path -> {
                    if (!SECRET.contains(path.getKey())) {
                        path.getValue()
                                .fieldNames()
                                .forEachRemaining(
                                        method -> operations.add(method + " " + path.getKey()));
                    }
                });
        return operations.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void works_as_it_stands(String operation) throws IOException {
        QuarkusTransaction.requiringNew().run(demonstration::open);
        String method = operation.split(" ")[0];
        String path = operation.split(" ")[1];
        JsonNode described =
                new ObjectMapper()
                        .readTree(Files.readString(DOCUMENT))
                        .path("paths")
                        .path(path)
                        .path(method);

        Response answer = request(described).request(method.toUpperCase(Locale.ROOT), path);

        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.asString());
    }

    private static RequestSpecification request(JsonNode operation) {
        RequestSpecification request = Logins.admin();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode example = parameter.path("example");
            if (example.isMissingNode()) {
                continue;
            }
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> request.pathParam(name, example.asText());
                case "query" -> request.queryParam(name, example.asText());
                default -> request.header(name, example.asText());
            }
        }
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(media -> {
                    JsonNode example =
                            media.getValue().path("examples").path("example").path("value");
                    request.contentType(media.getKey())
                            .body(example.isTextual() ? example.asText() : example.toString());
                });
        return request;
    }
}
