package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.vestnik.testing.WebhookReceiver;
import dev.vestnik.testing.WebhookReceiver.Received;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Editors publish, the program is killed again and again, the receiver fails now and then: every
/// event arrives all the same, in order, and the public reads what it tells of by then.
class WebhookKillIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = 3;
    private static final int PUBLICATIONS_A_ROUND = 200;
    private static final int EDITORS = 4;
    private static final int EDITIONS = 4;
    private static final long PATIENCE = Duration.ofSeconds(420).toNanos();
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "VESTNIK_WEBHOOK_ALLOW_PRIVATE", "true",
                    "VESTNIK_WEBHOOK_SEND_EVERY", "0.1S",
                    "VESTNIK_WEBHOOK_TIMEOUT", "3S",
                    "VESTNIK_WEBHOOK_LEASE", "5S");
    private static final String ITEM =
            """
            {"locale": "ru", "title": "Выпуск %d", "body": {"format": "html", "content": "<p>Текст</p>"}}\
            """;

    @TempDir Path directory;

    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<String> tooEarly = new ConcurrentLinkedQueue<>();
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> acknowledged = new ConcurrentHashMap<>();
    private volatile Program running;

    /// @param edition of the item that the public read when the event had arrived
    private record Arrival(String id, String item, long seq, String body, int edition) {}

    @Test
    void every_event_arrives_in_order_though_sender_and_receiver_fail() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            receiver.answers(this::take);
            String webhook = "";
            for (int round = 0; round <= KILLS; round++) {
                try (Program program = Program.start(directory, SETTINGS)) {
                    running = program;
                    if (webhook.isEmpty()) {
                        webhook = created(program, receiver);
                    }
                    List<Thread> editors = editors(program);
                    awaitPublications((round + 1) * PUBLICATIONS_A_ROUND);
                    if (round < KILLS) {
                        program.kill();
                    }
                    running = round < KILLS ? null : program;
                    for (Thread editor : editors) {
                        editor.interrupt();
                        editor.join();
                    }
                    if (round == KILLS) {
                        awaitAllDelivered(program, webhook);
                    }
                }
            }
        }

        assertThat(tooEarly, empty());
        eachEventHasOneIdAndBody();
        eachItemsEventsCameInOrder();
        whatWasAcknowledgedWasTold();
        assertThat(failedOnce.size(), greaterThan(20));
    }

    private static String created(Program program, WebhookReceiver receiver) throws Exception {
        HttpResponse<String> made =
                program.send(
                        "POST",
                        "/api/v1/webhooks",
                        "{\"url\": \"" + receiver.url() + "\", \"events\": [\"news.*\"]}");
        assertThat(made.body(), made.statusCode(), equalTo(201));
        return JSON.readTree(made.body()).path("id").asText();
    }

    private List<Thread> editors(Program program) {
        List<Thread> editors = new ArrayList<>();
        for (int n = 0; n < EDITORS; n++) {
            Thread editor = new Thread(() -> edit(program));
            editor.start();
            editors.add(editor);
        }
        return editors;
    }

    /// Publishes new items, and each some times more, until the program is gone.
    private void edit(Program program) {
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

    private void awaitPublications(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (acknowledged.values().stream().mapToInt(AtomicInteger::get).sum() < count) {
            assertThat("editors publish", System.nanoTime(), lessThan(end));
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /// Looks at what the public reads, and then takes the event, unless it fails.
    private void take(Received message, HttpExchange exchange) throws Exception {
        Program program = running;
        if (program == null) {
            exchange.close();
            return;
        }
        JsonNode event = JSON.readTree(message.body());
        String item = event.at("/data/id").asText();
        HttpResponse<String> seen = program.read("/api/v1/news/" + item);
        if (seen.statusCode() != 200) {
            tooEarly.add(seen.statusCode() + " for " + message.body());
            exchange.close();
            return;
        }
        String title = JSON.readTree(seen.body()).path("title").asText();
        arrivals.add(
                new Arrival(
                        message.id(),
                        item,
                        event.at("/data/seq").asLong(),
                        message.body(),
                        Integer.parseInt(title.replaceAll("\\D", ""))));
        int kind = Math.floorMod(message.id().hashCode(), 64);
        if (kind > 16 || !failedOnce.add(message.id())) {
            WebhookReceiver.answer(exchange, 204, "");
        } else if (kind < 8) {
            WebhookReceiver.answer(exchange, 500, "broken");
        } else if (kind == 8) {
            WebhookReceiver.answer(exchange, 429, "", "Retry-After: 1");
        } else {
            exchange.close();
        }
    }

    private static void awaitAllDelivered(Program program, String webhook) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        TimeUnit.SECONDS.sleep(2);
        String pending = "/api/v1/webhooks/" + webhook + "/deliveries?state=PENDING";
        while (!JSON.readTree(program.send("GET", pending, "").body()).path("items").isEmpty()) {
            assertThat("deliveries wait", System.nanoTime(), lessThan(end));
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void eachEventHasOneIdAndBody() {
        Map<Long, String> ids = new HashMap<>();
        Map<String, String> bodies = new HashMap<>();
        for (Arrival arrival : arrivals) {
            assertThat(
                    ids.computeIfAbsent(arrival.seq(), any -> arrival.id()), equalTo(arrival.id()));
            assertThat(
                    bodies.computeIfAbsent(arrival.id(), any -> arrival.body()),
                    equalTo(arrival.body()));
        }
    }

    /// The n-th event of an item tells of its n-th edition or a later one, which is read by then.
    private void eachItemsEventsCameInOrder() {
        Map<String, TreeSet<Long>> seen = new HashMap<>();
        for (Arrival arrival : arrivals) {
            TreeSet<Long> before = seen.computeIfAbsent(arrival.item(), any -> new TreeSet<>());
            assertThat(
                    arrival.toString(),
                    arrival.seq(),
                    greaterThanOrEqualTo(before.isEmpty() ? 0L : before.last()));
            before.add(arrival.seq());
            assertThat(
                    arrival.toString(), arrival.edition(), greaterThanOrEqualTo(before.size() - 1));
        }
    }

    private void whatWasAcknowledgedWasTold() {
        Map<String, Set<Long>> told = new HashMap<>();
        arrivals.forEach(arrival ->
                told.computeIfAbsent(arrival.item(), any -> new TreeSet<>()).add(arrival.seq()));
        acknowledged.forEach((item, count) ->
                assertThat(
                        item,
                        told.getOrDefault(item, Set.of()).size(),
                        greaterThanOrEqualTo(count.get())));
        assertThat(acknowledged.size(), greaterThan(150));
    }
}
