package dev.vestnik.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.util.List;

/// Writes what goes to listeners, in the form of server-sent events (HTML Living Standard 9.2).
@Singleton
class EventText {

    /// Without an id: the listener goes on from the one that it has.
    static final Buffer GREETING = Buffer.buffer("retry: 3000\n:\n\n");

    private final ObjectMapper json;

    EventText(ObjectMapper json) {
        this.json = json;
    }

    /// An event with its text, which all listeners share.
    record Told(PublicEvent event, Buffer text) {}

    List<Told> of(List<PublicEvent> events) {
        return events.stream().map(event -> new Told(event, text(event))).toList();
    }

    private Buffer text(PublicEvent event) {
        try {
            return Buffer.buffer("id: ")
                    .appendString(String.valueOf(event.seq()))
                    .appendString("\nevent: ")
                    .appendString(event.type().toString())
                    .appendString("\ndata: ")
                    .appendBytes(json.writeValueAsBytes(event))
                    .appendString("\n\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event can always be written", e);
        }
    }

    /// Tells the time between attempts in milliseconds, and where to go on from: an id without data
    /// is kept by the client, and no event to it.
    static Buffer greeting(long last) {
        return Buffer.buffer("retry: 3000\n:\nid: " + last + "\n\n");
    }

    /// Shows that the connection is alive, and moves a listener on whose filters let nothing
    /// through.
    static Buffer heartBeat(long last) {
        return Buffer.buffer(":\nid: " + last + "\n\n");
    }

    /// What the listener missed cannot be told any more.
    static Buffer resync(long last) {
        return Buffer.buffer(
                "id: "
                        + last
                        + "\nevent: resync\ndata: {\"type\":\"resync\",\"seq\":"
                        + last
                        + "}\n\n");
    }
}
