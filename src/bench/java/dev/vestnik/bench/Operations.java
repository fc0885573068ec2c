package dev.vestnik.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// All operations of a server, as its OpenAPI document has them. Remembers which were called, and
/// which of those failed.
final class Operations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILED = 500;
    private static final int REFUSED = 400;

    /// The program closes a connection on which nothing came so long; Java's client then asks again
    /// by itself, and a reader's may not.
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);

    private final Server server;
    private final JsonNode paths;
    private final Set<String> left = new TreeSet<>();
    private final List<String> failed = new ArrayList<>();
    private final int all;
    private int calls;
    private long longest;
    private String slowest = "";

    private Operations(Server server, JsonNode paths) {
        this.server = server;
        this.paths = paths;
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .fieldNames()
                                .forEachRemaining(
                                        method -> left.add(operation(method, path.getKey()))));
        this.all = left.size();
    }

    static Operations of(Server server) throws IOException, InterruptedException {
        return new Operations(
                server, JSON.readTree(server.get("/q/openapi?format=json").body()).path("paths"));
    }

    private static String operation(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /// How many there are.
    int all() {
        return all;
    }

    /// How many calls there were.
    int calls() {
        return calls;
    }

    /// Those that nobody has called yet.
    Set<String> left() {
        return left;
    }

    /// Calls that were answered with an error of the server, or too late.
    List<String> failed() {
        return failed;
    }

    /// The example of a body, to be changed at will.
    ObjectNode example(String method, String path) {
        JsonNode content =
                paths.path(path)
                        .path(method.toLowerCase(Locale.ROOT))
                        .path("requestBody")
                        .path("content");
        return content.iterator().next().path("examples").path("example").path("value").deepCopy();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /// Calls one. Writes take any version.
    ///
    /// @param as headers of who calls
    /// @param template the path as the document has it, and a query
    /// @param values that stand in its braces
    /// @return the answer where it is JSON; else a missing node
    /// @throws IllegalStateException where it is refused
    JsonNode call(
            Map<String, String> as,
            String method,
            String template,
            @Nullable JsonNode body,
            Object... values)
            throws IOException, InterruptedException {
        String path = path(template, values);
        HttpResponse<String> answer =
                timed(
                        operation(method, path),
                        () -> server.answer(method, path, text(body), headers(as, method)));
        came(method, template, path, answer.statusCode(), answer.body());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") && !type.contains("ndjson") && !answer.body().isEmpty()
                ? JSON.readTree(answer.body())
                : MissingNode.getInstance();
    }

    private static String path(String template, Object... values) {
        String path = template;
        for (Object value : values) {
            path = path.replaceFirst("\\{\\w+}", value.toString());
        }
        return path;
    }

    /// Something that a client waits for.
    interface Wait<T> {
        T answer() throws IOException, InterruptedException;
    }

    /// Waits for an answer, and remembers what took longest.
    ///
    /// @throws IOException where there is none; it tells of what
    <T> T timed(String what, Wait<T> wait) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try {
            return wait.answer();
        } catch (IOException e) {
            throw new IOException("No answer to " + what, e);
        } finally {
            long took = System.nanoTime() - began;
            if (took >= ANSWERED_WITHIN.toNanos()) {
                failed.add(what + " was not answered in time");
                System.out.println(what + " was not answered in time");
            }
            if (took > longest) {
                longest = took;
                slowest = what;
            }
        }
    }

    /// What took longest.
    String slowest() {
        return slowest;
    }

    /// In milliseconds.
    double longest() {
        return longest / 1e6;
    }

    private static String text(@Nullable JsonNode body) {
        return body == null ? "" : body.toString();
    }

    private static Map<String, String> headers(Map<String, String> as, String method) {
        Map<String, String> headers = new TreeMap<>(as);
        if (!method.equals("GET") && !method.equals("POST")) {
            headers.put("If-Match", "*");
        }
        headers.put(
                "Content-Type",
                method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        return headers;
    }

    /// Notes a call that was made in another way.
    ///
    /// @throws IllegalStateException where it was refused
    void came(String method, String template, String path, int status, String answer) {
        calls++;
        left.remove(operation(method, template.replaceFirst("\\?.*", "")));
        String what = status + " " + operation(method, path) + " " + answer;
        if (status >= FAILED) {
            failed.add(what);
            System.out.println(what);
        } else if (status >= REFUSED) {
            throw new IllegalStateException(what);
        }
    }
}
