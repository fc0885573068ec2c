package dev.vestnik.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A quick and silent HTTP client, for tests that send tens of thousands of requests.
public final class Wire {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger calls = new AtomicInteger();

    /// @param base what every path is appended to
    public Wire(URI base) {
        this.base = base;
    }

    /// What came back.
    public static final class Answer {

        private final String path;
        private final int status;
        private final HttpHeaders headers;
        private final String text;
        private @Nullable JsonNode json;

        private Answer(String path, HttpResponse<String> answer) {
            this.path = path;
            this.status = answer.statusCode();
            this.headers = answer.headers();
            this.text = answer.body();
        }

        public String path() {
            return path;
        }

        public int status() {
            return status;
        }

        public HttpHeaders headers() {
            return headers;
        }

        public String text() {
            return text;
        }

        public boolean isDone() {
            return status / 100 == 2;
        }

        public JsonNode json() {
            try {
                json = json == null ? JSON.readTree(text) : json;
                return json;
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return status + " to " + path + "\n" + text;
        }
    }

    /// Sends a write, and waits.
    ///
    /// @param token of who sends it; null for nobody
    /// @param content what goes as JSON; null for nothing
    public Answer send(
            String method, String path, @Nullable String token, @Nullable Map<String, ?> content) {
        HttpRequest.Builder request =
                request(path)
                        .method(
                                method,
                                content == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(written(content)));
        if (content != null) {
            request.header(
                    "Content-Type",
                    method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (!method.equals("POST")) {
            request.header("If-Match", "*");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        Answer answer = sent(path, request).join();
        if (answer.isDone()) {
            Secrets.keepAllIn(answer.text());
        }
        return answer;
    }

    /// Asks as the public does, without waiting.
    public CompletableFuture<Answer> ask(String method, String path) {
        return sent(path, request(path).method(method, BodyPublishers.noBody()));
    }

    /// How many requests have been sent.
    public int calls() {
        return calls.get();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private CompletableFuture<Answer> sent(String path, HttpRequest.Builder request) {
        calls.incrementAndGet();
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(answer -> new Answer(path, answer));
    }

    private static String written(Map<String, ?> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
