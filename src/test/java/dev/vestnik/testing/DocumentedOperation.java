package dev.vestnik.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An operation of the OpenAPI document, which can be called with its examples as they stand.
public record DocumentedOperation(String id, String method, String path, JsonNode described) {

    private static final Path DOCUMENT = Path.of("src/main/openapi/openapi.json");

    /// All of them.
    public static List<DocumentedOperation> all() {
        List<DocumentedOperation> operations = new ArrayList<>();
        try {
            new ObjectMapper()
                    .readTree(DOCUMENT.toFile())
                    .path("paths")
                    .properties()
                    .forEach(path ->
                            path.getValue()
                                    .properties()
                                    .forEach(method ->
                                            operations.add(
                                                    new DocumentedOperation(
                                                            method.getValue()
                                                                    .path("operationId")
                                                                    .asText(),
                                                            method.getKey()
                                                                    .toUpperCase(Locale.ROOT),
                                                            path.getKey(),
                                                            method.getValue()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operations;
    }

    /// Sends it with the examples of its parameters and body. Of an answer without end only the
    /// head is asked for.
    public Response call(RequestSpecification request) {
        for (JsonNode parameter : described.path("parameters")) {
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
        described
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(media -> {
                    JsonNode example =
                            media.getValue().path("examples").path("example").path("value");
                    request.contentType(media.getKey())
                            .body(example.isTextual() ? example.asText() : example.toString());
                });
        boolean endless =
                described.path("responses").path("200").path("content").has("text/event-stream");
        return request.request(endless ? "HEAD" : method, path);
    }

    @Override
    public String toString() {
        return id;
    }
}
