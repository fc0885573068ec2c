package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Editors who publish new items, and each some times more, without a rest. The edition that an
/// item is published in is in its title.
final class PublishingEditors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EDITORS = 4;
    private static final int EDITIONS = 4;
    private static final String ITEM =
            """
            {"locale": "ru", "title": "Выпуск %d", "body": {"format": "html", "content": "<p>Текст</p>"}}\
            """;

    private final Map<String, AtomicInteger> acknowledged = new ConcurrentHashMap<>();
    private final List<Thread> atWork = new ArrayList<>();

    /// The edition that a title tells of.
    static int edition(String title) {
        return Integer.parseInt(title.replaceAll("\\D", ""));
    }

    /// Begins to publish, until the program is gone or they are stopped.
    void begin(Program program) {
        for (int n = 0; n < EDITORS; n++) {
            Thread editor = new Thread(() -> publish(program));
            editor.start();
            atWork.add(editor);
        }
    }

    void stop() throws InterruptedException {
        for (Thread editor : atWork) {
            editor.interrupt();
            editor.join();
        }
        atWork.clear();
    }

    private void publish(Program program) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                HttpResponse<String> created =
                        program.send("POST", "/api/v1/news", ITEM.formatted(0));
                String id = JSON.readTree(created.body()).path("id").asText();
                for (int edition = 0; !id.isEmpty() && edition < EDITIONS; edition++) {
                    if (edition > 0) {
                        program.send("PUT", "/api/v1/news/" + id, ITEM.formatted(edition));
                    }
                    HttpResponse<String> published =
                            program.send("POST", "/api/v1/news/" + id + "/publish", "");
                    if (published.statusCode() == 200) {
                        acknowledged
                                .computeIfAbsent(id, any -> new AtomicInteger())
                                .incrementAndGet();
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // it was killed, or this is the end: what was not acknowledged does not count
        }
    }

    /// How often each item was published, as far as they know.
    Map<String, AtomicInteger> acknowledged() {
        return acknowledged;
    }

    /// Waits until they know of so many publications in all.
    void awaitPublications(int count, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (acknowledged.values().stream().mapToInt(AtomicInteger::get).sum() < count) {
            assertThat("editors publish", System.nanoTime(), lessThan(end));
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
