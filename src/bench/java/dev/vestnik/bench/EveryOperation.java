package dev.vestnik.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Whether any operation of the program fails: in a working day, while the tag that all items carry
/// is merged into another, and while the index is built anew.
final class EveryOperation {

    private static final String TAGS = "/api/v1/tags";
    private static final String TAG = TAGS + "/{id}";
    private static final String RETAGGING = TAG + "/retagging";
    private static final String REINDEX = "/api/v1/search/reindex";

    /// The form that is written most stands in about every item.
    private static final int COMMON = 0;

    private static final int RARE = 2_000;

    private final Server server;
    private final Operations operations;
    private final List<String> reads;

    private EveryOperation(Server server, Operations operations, List<String> reads) {
        this.server = server;
        this.operations = operations;
        this.reads = reads;
    }

    /// @param reads of the public, that go on meanwhile
    static void measure(Report report, String place, String kind, Server server, List<String> reads)
            throws Exception {
        Operations operations = Operations.of(server);
        EveryOperation every = new EveryOperation(server, operations, reads);
        WorkingDay.pass(server, operations);
        JsonNode merged = every.merge(Newsroom.tagSlug(0));
        every.delete(Newsroom.tagSlug(Newsroom.TAGS - 1));
        JsonNode indexed = every.index();
        report.add(
                "operations." + kind + ".merge",
                place + ": items that follow a tag that all carry into another",
                merged.path("ratePerSecond").asDouble(),
                "a second");
        report.add(
                "operations." + kind + ".index",
                place + ": items of which the index is built anew",
                indexed.path("ratePerSecond").asDouble(),
                "a second");
        report.add(
                "operations." + kind + ".asked",
                place + ": operations that were asked for",
                operations.all() - operations.left().size(),
                "",
                "in the OpenAPI document",
                operations.all(),
                Wanted.atLeast(1));
        report.add(
                "operations." + kind + ".failed",
                place + ": calls of them that failed",
                operations.failed().size(),
                "",
                "calls",
                operations.calls(),
                Wanted.atMost(0));
        report.add(
                "operations." + kind + ".longest",
                place + ": the longest of them, " + operations.slowest(),
                operations.longest(),
                "ms");
        report.add(
                "operations." + kind + ".memory",
                place + ": memory after all that",
                server.resident(),
                "MiB");
        operations.left().forEach(left -> System.out.println("Not asked for: " + left));
    }

    private JsonNode call(String method, String template, Object... values)
            throws IOException, InterruptedException {
        return call(method, template, null, values);
    }

    private JsonNode call(String method, String template, @Nullable JsonNode body, Object... values)
            throws IOException, InterruptedException {
        return operations.call(server.asAdministrator(), method, template, body, values);
    }

    /// Merges a tag into a new one, and waits until all items have followed.
    ///
    /// @return how it went
    private JsonNode merge(String slug) throws Exception {
        JsonNode into = call("POST", TAGS, operations.example("POST", TAGS));
        ObjectNode merge = Operations.object().put("into", into.path("id").asText());
        return followed(call("POST", TAG + "/merge", merge, id(slug)));
    }

    private void delete(String slug) throws Exception {
        followed(call("DELETE", TAG + "?force=true", id(slug)));
    }

    private String id(String slug) throws IOException, InterruptedException {
        return call("GET", TAG, slug).path("id").asText();
    }

    /// @param begun the answer; of few items it says nothing of how far they are
    private JsonNode followed(JsonNode begun) throws Exception {
        JsonNode far = begun;
        while (far.path("state").asText().equals("RUNNING")) {
            read();
            far = call("GET", RETAGGING, begun.path("tag").asText());
        }
        System.out.println(far);
        return far;
    }

    private JsonNode index() throws Exception {
        JsonNode far = call("POST", REINDEX);
        while (far.path("state").asText().equals("RUNNING")) {
            read();
            far = call("GET", REINDEX);
        }
        System.out.println(far);
        read();
        return far;
    }

    /// What the public reads and an editor writes goes on.
    private void read() throws Exception {
        for (String path : reads) {
            HttpResponse<String> answer = operations.timed(path, () -> server.get(path));
            operations.came("GET", path, path, answer.statusCode(), "");
        }
        for (int word : List.of(COMMON, RARE)) {
            operations.call(
                    Map.of(),
                    "GET",
                    "/api/v1/search?locale=ru&highlight=true&facets=tag,year,locale&q={word}",
                    null,
                    URLEncoder.encode(Texts.word(word), StandardCharsets.UTF_8));
        }
        Publisher.published(server);
        TimeUnit.SECONDS.sleep(1);
    }
}
