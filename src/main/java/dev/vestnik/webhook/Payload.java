package dev.vestnik.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vestnik.event.EventLinks;
import dev.vestnik.event.PublicEvent;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is sent: what happened to what, and where that can be read; not what it looks like, which
/// may be another thing by the time it arrives.
@JsonPropertyOrder({"type", "timestamp", "data"})
record Payload(String type, Instant timestamp, Data data) {

    /// @param id of what it happened to
    /// @param locale of a news item; null for what has none
    /// @param seq of the change: grows in the order of the changes; null for a test
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"id", "locale", "seq", "links"})
    record Data(UUID id, @Nullable String locale, @Nullable Long seq, EventLinks links) {}

    static Payload of(PublicEvent event, URI site) {
        return new Payload(
                event.type().toString(),
                event.at(),
                new Data(
                        event.id(),
                        event.locale(),
                        event.seq(),
                        new EventLinks(site + event.links().self())));
    }

    static Payload test(Webhook webhook, Instant now, URI site) {
        return new Payload(
                Delivery.TEST,
                now,
                new Data(
                        webhook.id,
                        null,
                        null,
                        new EventLinks(site + "/api/v1/webhooks/" + webhook.id)));
    }
}
