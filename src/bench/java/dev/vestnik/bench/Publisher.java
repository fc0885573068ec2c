package dev.vestnik.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// An editor who writes and publishes an item a second.
final class Publisher implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Every text is another one.
    private static final AtomicInteger NUMBER = new AtomicInteger(2_000_000);

    private final Server server;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    private Publisher(Server server) {
        this.server = server;
    }

    static Publisher start(Server server) {
        Publisher publisher = new Publisher(server);
        publisher.clock.scheduleAtFixedRate(publisher::publish, 500, 1000, TimeUnit.MILLISECONDS);
        return publisher;
    }

    private void publish() {
        try {
            published(server);
        } catch (Exception e) {
            failure.set(e);
        }
    }

    /// Writes one more item and publishes it.
    ///
    /// @return its id
    static String published(Server server) throws Exception {
        String created =
                server.send("POST", "/api/v1/news", draft(NUMBER.getAndIncrement())).body();
        String id = JSON.readTree(created).path("id").asText();
        server.send("POST", "/api/v1/news/" + id + "/publish", "");
        return id;
    }

    /// The same by a client of one's own.
    static long published(Wire wire) throws Exception {
        String created = wire.post("/api/v1/news", draft(NUMBER.getAndIncrement()));
        String id = created.replaceFirst("(?s)^\\{\"id\":\"([^\"]*).*", "$1");
        return wire.post("/api/v1/news/" + id + "/publish", "").length();
    }

    /// An item as it is sent.
    static String draft(int n) throws Exception {
        Texts texts = new Texts(n);
        return JSON.writeValueAsString(
                Map.of(
                        "locale",
                        "ru",
                        "title",
                        texts.title(),
                        "summary",
                        texts.summary(),
                        "tags",
                        List.of(Newsroom.tagSlug(0), Newsroom.tagSlug(1 + n % 100)),
                        "body",
                        Map.of("format", "html", "content", texts.html())));
    }

    /// @throws IllegalStateException where something could not be published
    void check() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("Could not publish", failed);
        }
    }

    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(10, TimeUnit.SECONDS);
    }
}
