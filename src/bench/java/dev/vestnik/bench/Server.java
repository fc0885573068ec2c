package dev.vestnik.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The packaged program in a process of its own, on 127.0.0.1.
final class Server implements AutoCloseable {

    private static final String PASSWORD = "benchmark-admin-password";
    private static final int BUSY = 503;
    private static final int ATTEMPTS = 10;

    /// A token is good for an hour.
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(30);

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private String token = "";
    private long loggedInAt;

    private Server(Path directory, List<String> options, Map<String, String> settings)
            throws IOException {
        port = Yard.freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("vestnik.bench.jar")));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("server.log").toFile()));
        builder.environment().put("VESTNIK_DATA_DIR", directory.resolve("data").toString());
        builder.environment().put("VESTNIK_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(settings);
        process = builder.start();
    }

    /// Starts it and waits until it is ready.
    static Server start(Path directory, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        Server server = new Server(directory, options, settings);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!server.isReady()) {
            if (!server.process.isAlive() || System.nanoTime() > end) {
                server.close();
                throw new IllegalStateException(
                        "Did not start:\n" + Files.readString(directory.resolve("server.log")));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return server;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return http.send(to(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /// One call, as it is answered.
    ///
    /// @param headers of the request, the type of its body among them
    HttpResponse<String> answer(
            String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path);
        headers.forEach(request::header);
        return http.send(
                request.method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// How an answer without end begins.
    int statusOfStream(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(to(path).build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    /// What it holds of the machine's memory now, in MiB; of Linux alone.
    double resident() throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// As the administrator.
    HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, Map.of(), "application/json");
    }

    /// The same with headers and another type of body.
    HttpResponse<String> send(
            String method, String path, String body, Map<String, String> headers, String type)
            throws IOException, InterruptedException {
        logIn();
        HttpRequest.Builder request = to(path).header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        HttpRequest call =
                request.method(method, HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
        for (int n = 0; answer.statusCode() == BUSY && n < ATTEMPTS; n++) {
            TimeUnit.SECONDS.sleep(1); // as Retry-After asks
            answer = http.send(call, HttpResponse.BodyHandlers.ofString());
        }
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(
                    method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /// Headers of a call that the administrator makes.
    Map<String, String> asAdministrator() throws IOException, InterruptedException {
        logIn();
        return Map.of("Authorization", "Bearer " + token);
    }

    /// A token of the administrator.
    String token() throws IOException, InterruptedException {
        logIn();
        return token;
    }

    private synchronized void logIn() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - loggedInAt > TOKEN_KEPT.toNanos()) {
            HttpRequest login =
                    to("/api/v1/auth/token")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "username=admin&password=" + PASSWORD))
                            .build();
            token =
                    http.send(login, HttpResponse.BodyHandlers.ofString())
                            .body()
                            .replaceFirst("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
            loggedInAt = System.nanoTime();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
