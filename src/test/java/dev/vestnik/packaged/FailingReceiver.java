package dev.vestnik.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.vestnik.testing.WebhookReceiver;
import dev.vestnik.testing.WebhookReceiver.Received;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A receiver of events that reads as the public does what it is told of, and that fails at every
/// fourth event or so: once, in one of several ways.
final class FailingReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<String> tooEarly = new ConcurrentLinkedQueue<>();
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Program program;

    FailingReceiver() throws IOException {
        receiver.answers(this::take);
    }

    /// An event that has come, whether it was taken or failed.
    ///
    /// @param edition of the item that the public read then
    record Arrival(String id, String item, long seq, String body, int edition) {}

    String url() {
        return receiver.url();
    }

    /// Reads there from now on; takes nothing while there is nowhere to read.
    void reads(@Nullable Program running) {
        program = running;
    }

    /// In the order in which they came.
    Queue<Arrival> arrivals() {
        return arrivals;
    }

    /// What it was told of before the public could read it.
    Queue<String> tooEarly() {
        return tooEarly;
    }

    /// How many events it failed at.
    int failures() {
        return failedOnce.size();
    }

    private void take(Received message, HttpExchange exchange) throws Exception {
        Program running = program;
        if (running == null) {
            exchange.close();
            return;
        }
        JsonNode event = JSON.readTree(message.body());
        String item = event.at("/data/id").asText();
        HttpResponse<String> seen = running.read("/api/v1/news/" + item);
        if (seen.statusCode() != 200) {
            tooEarly.add(seen.statusCode() + " for " + message.body());
            exchange.close();
            return;
        }
        arrivals.add(
                new Arrival(
                        message.id(),
                        item,
                        event.at("/data/seq").asLong(),
                        message.body(),
                        PublishingEditors.edition(
                                JSON.readTree(seen.body()).path("title").asText())));
        answer(message, exchange);
    }

    private void answer(Received message, HttpExchange exchange) throws IOException {
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

    @Override
    public void close() {
        receiver.close();
    }
}
