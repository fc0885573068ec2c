package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tag that many items carry is merged, and the program is killed as soon as it has said that it
/// will be, and again when some items have followed: all of them follow all the same.
class RetaggingKillIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ITEMS = 800;
    private static final int EDITORS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String TAG = "{\"slug\": \"%1$s\", \"names\": {\"ru\": \"%1$s\"}}";
    private static final String ITEM =
            """
            {"locale": "ru", "title": "Запись %d", "tags": ["goes"], "body": {"format": "html", "content": "<p>Текст</p>"}}\
            """;

    @TempDir Path directory;

    @Test
    void every_item_follows_though_the_program_is_killed() throws Exception {
        String goes;
        try (Program program = Program.start(directory, Map.of())) {
            goes = created(program, "goes");
            String stays = created(program, "stays");
            write(program);
            HttpResponse<String> begun =
                    program.send(
                            "POST",
                            "/api/v1/tags/" + goes + "/merge",
                            "{\"into\": \"" + stays + "\"}");
            program.kill();
            assertThat(begun.body(), begun.statusCode(), equalTo(202));
        }
        try (Program program = Program.start(directory, Map.of())) {
            awaitFollowed(program, goes, 1);
            program.kill();
        }
        try (Program program = Program.start(directory, Map.of())) {
            awaitFollowed(program, goes, ITEMS);
            JsonNode end = retagging(program, goes);

            assertThat(end.toString(), end.path("state").asText(), equalTo("DONE"));
            assertThat(end.path("processed").asInt(), equalTo(ITEMS));
            assertThat(carrying(program, "stays"), equalTo(ITEMS));
            assertThat(program.send("GET", "/api/v1/tags/" + goes, "").statusCode(), equalTo(404));
        }
    }

    private static String created(Program program, String slug) throws Exception {
        HttpResponse<String> made = program.send("POST", "/api/v1/tags", TAG.formatted(slug));
        assertThat(made.body(), made.statusCode(), equalTo(201));
        return JSON.readTree(made.body()).path("id").asText();
    }

    private static void write(Program program) throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        for (Thread editor :
                IntStream.range(0, EDITORS)
                        .mapToObj(n -> new Thread(() -> write(program, begun)))
                        .peek(Thread::start)
                        .toList()) {
            editor.join();
        }
    }

    private static void write(Program program, AtomicInteger begun) {
        try {
            for (int n = begun.incrementAndGet(); n <= ITEMS; n = begun.incrementAndGet()) {
                HttpResponse<String> made = program.send("POST", "/api/v1/news", ITEM.formatted(n));
                assertThat(made.body(), made.statusCode(), equalTo(201));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode retagging(Program program, String tag) throws Exception {
        return JSON.readTree(program.send("GET", "/api/v1/tags/" + tag + "/retagging", "").body());
    }

    private static void awaitFollowed(Program program, String tag, int least) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (retagging(program, tag).path("processed").asInt() < least) {
            assertThat("items follow", System.nanoTime(), lessThan(end));
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static int carrying(Program program, String tag) throws Exception {
        String list = "/api/v1/news?status=DRAFT&total=true&limit=1&tag=" + tag;
        return JSON.readTree(program.send("GET", list, "").body())
                .path("page")
                .path("total")
                .asInt();
    }
}
