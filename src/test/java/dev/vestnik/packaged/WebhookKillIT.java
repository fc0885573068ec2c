package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.packaged.FailingReceiver.Arrival;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Editors publish, the program is killed again and again, the receiver fails now and then: every
/// event arrives all the same, in order, and the public reads what it tells of by then.
class WebhookKillIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KILLS = 3;
    private static final int PUBLICATIONS_A_ROUND = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(420);
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "VESTNIK_WEBHOOK_ALLOW_PRIVATE", "true",
                    "VESTNIK_WEBHOOK_SEND_EVERY", "0.1S",
                    "VESTNIK_WEBHOOK_TIMEOUT", "3S",
                    "VESTNIK_WEBHOOK_LEASE", "5S");

    @TempDir Path directory;

    private final PublishingEditors editors = new PublishingEditors();
    private FailingReceiver receiver;
    private String webhook;

    @BeforeEach
    void open() throws IOException {
        receiver = new FailingReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void every_event_arrives_in_order_though_sender_and_receiver_fail() throws Exception {
        for (int round = 1; round <= KILLS; round++) {
            try (Program program = Program.start(directory, SETTINGS)) {
                publish(program, round);
                program.kill();
                receiver.reads(null);
                editors.stop();
            }
        }
        try (Program program = Program.start(directory, SETTINGS)) {
            publish(program, KILLS + 1);
            editors.stop();
            awaitAllDelivered(program);
        }

        assertThat(receiver.tooEarly(), empty());
        eachEventHasOneIdAndBody();
        eachItemsEventsCameInOrder();
        whatWasAcknowledgedWasTold();
        assertThat(receiver.failures(), greaterThan(20));
    }

    /// Lets the editors publish, and the receiver be told of it.
    private void publish(Program program, int round) throws Exception {
        receiver.reads(program);
        if (webhook == null) {
            webhook = created(program);
        }
        editors.begin(program);
        editors.awaitPublications(round * PUBLICATIONS_A_ROUND, PATIENCE);
    }

    private String created(Program program) throws Exception {
        HttpResponse<String> made =
                program.send(
                        "POST",
                        "/api/v1/webhooks",
                        "{\"url\": \"" + receiver.url() + "\", \"events\": [\"news.*\"]}");
        assertThat(made.body(), made.statusCode(), equalTo(201));
        return JSON.readTree(made.body()).path("id").asText();
    }

    private void awaitAllDelivered(Program program) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
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
        for (Arrival arrival : receiver.arrivals()) {
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
        for (Arrival arrival : receiver.arrivals()) {
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
        for (Arrival arrival : receiver.arrivals()) {
            told.computeIfAbsent(arrival.item(), any -> new TreeSet<>()).add(arrival.seq());
        }
        editors.acknowledged()
                .forEach((item, count) ->
                        assertThat(
                                item,
                                told.getOrDefault(item, Set.of()).size(),
                                greaterThanOrEqualTo(count.get())));
        assertThat(editors.acknowledged().size(), greaterThan(150));
    }
}
