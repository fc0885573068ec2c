package dev.vestnik.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.testing.Secrets;
import java.io.IOException;
import java.net.ServerSocket;
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

/// The packaged program in a process of its own, as it runs in production.
final class Program implements AutoCloseable {

    private static final String PASSWORD = "packaged-admin-password";
    private static final ObjectMapper JSON = new ObjectMapper();

    final Path log;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path directory;
    private final int port;
    private final Process process;
    private String token = "";

    private Program(Path jar, Path directory, Map<String, String> settings) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(Secrets.LOGS);
        log = Files.createTempFile(Secrets.LOGS, "packaged-", ".log");
        this.directory = directory;
        Secrets.keep(PASSWORD);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-jar",
                                jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("VESTNIK_DATA_DIR", directory.resolve("data").toString());
        builder.environment().put("VESTNIK_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(settings);
        Secrets.keep(settings.getOrDefault("VESTNIK_SECRET", ""));
        process = builder.start();
    }

    /// Starts it and waits until it answers.
    static Program start(Path directory, Map<String, String> settings) throws Exception {
        return ready(launch(directory, settings));
    }

    /// The same of a program elsewhere than where the build has put it.
    static Program start(Path jar, Path directory, Map<String, String> settings) throws Exception {
        return ready(new Program(jar, directory, settings));
    }

    private static Program ready(Program program) throws Exception {
        long patience = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!program.isReady()) {
            if (!program.process.isAlive() || System.nanoTime() > patience) {
                program.kill();
                throw new IllegalStateException("Did not start:\n" + Files.readString(program.log));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        program.logIn();
        return program;
    }

    /// That of this build.
    static Path jar() {
        return Path.of(System.getProperty("vestnik.test.jar"));
    }

    /// Starts it and does not wait.
    static Program launch(Path directory, Map<String, String> settings) throws IOException {
        return new Program(jar(), directory, settings);
    }

    /// The same of a program elsewhere than where the build has put it.
    static Program launch(Path jar, Path directory, Map<String, String> settings)
            throws IOException {
        return new Program(jar, directory, settings);
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send("GET", "/q/health/ready", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void logIn() throws Exception {
        HttpRequest login =
                HttpRequest.newBuilder(uri("/api/v1/auth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "username=admin&password=" + PASSWORD))
                        .build();
        JsonNode answer =
                JSON.readTree(http.send(login, HttpResponse.BodyHandlers.ofString()).body());
        token = answer.path("access_token").asText();
        Secrets.keep(token);
        Path secret = directory.resolve("data/keys/secret");
        if (Files.exists(secret)) {
            Secrets.keep(Files.readString(secret).strip());
        }
    }

    HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (method.equals("PUT")) {
            request.header("If-Match", "*");
        }
        HttpRequest.BodyPublisher content =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        HttpResponse<String> answer =
                http.send(
                        request.method(method, content).build(),
                        HttpResponse.BodyHandlers.ofString());
        Secrets.keepAllIn(body);
        if (answer.statusCode() < 400) {
            Secrets.keepAllIn(answer.body());
        } else {
            Secrets.expose("problems", answer.body());
        }
        return answer;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// Reads as the public does.
    HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /// Ends it as `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Ends it as `kill` does, and gives its exit code.
    int stop() throws InterruptedException {
        process.destroy();
        return exit();
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
