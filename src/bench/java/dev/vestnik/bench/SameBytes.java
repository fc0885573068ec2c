package dev.vestnik.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The yardstick V: a bare Vert.x server that has answers ready in memory, and 304 for who knows
/// them. It runs in a JVM of its own with the program's options.
public final class SameBytes extends AbstractVerticle {

    /// An answer as the program gave it.
    ///
    /// @param headers without those that a server adds by itself
    record Answer(Map<String, String> headers, byte[] body) {}

    private record Ready(MultiMap headers, String etag, Buffer body) {}

    private final int port;
    private final Map<String, Ready> answers;

    private SameBytes(int port, Map<String, Ready> answers) {
        this.port = port;
        this.answers = answers;
    }

    /// The port, and a file of answers by their paths.
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Map<String, Answer> told =
                new ObjectMapper()
                        .readValue(
                                Files.readAllBytes(Path.of(arguments[1])),
                                new TypeReference<Map<String, Answer>>() {});
        Map<String, Ready> answers = new HashMap<>();
        told.forEach((path, answer) ->
                answers.put(
                        path,
                        new Ready(
                                MultiMap.caseInsensitiveMultiMap().addAll(answer.headers()),
                                answer.headers().getOrDefault("etag", ""),
                                Buffer.buffer(answer.body()))));
        Vertx.vertx()
                .deployVerticle(
                        () -> new SameBytes(port, answers),
                        new DeploymentOptions()
                                .setInstances(2 * Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        Ready ready = answers.get(request.uri());
        HttpServerResponse response = request.response();
        if (ready == null) {
            response.setStatusCode(404).end();
            return;
        }
        response.headers().addAll(ready.headers());
        if (ready.etag().equals(request.getHeader("If-None-Match"))) {
            response.headers().remove("content-type");
            response.setStatusCode(304).end();
        } else {
            response.end(ready.body());
        }
    }

    /// All answers to some paths, as the program gives them to anyone.
    static Map<String, Answer> of(Server server, List<String> paths) throws Exception {
        Map<String, Answer> answers = new HashMap<>();
        for (String path : paths) {
            var answer = server.bytes(path);
            Map<String, String> headers = new HashMap<>();
            answer.headers()
                    .map()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            headers.remove("content-length");
            headers.remove("transfer-encoding");
            answers.put(path, new Answer(headers, answer.body()));
        }
        return answers;
    }
}
