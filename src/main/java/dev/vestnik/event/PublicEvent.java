package dev.vestnik.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.vestnik.change.Change;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that happened, as the public is told of it. Written as JSON it is what listeners and
/// subscribers get.
///
/// @param id of what it happened to
/// @param locale of a news item; null for what has none
@Schema(name = "PublicEvent")
@JsonPropertyOrder({"type", "id", "locale", "seq", "at", "links"})
public record PublicEvent(
        @Schema(description = "Of the change: grows, with gaps, in the order of the changes.")
                long seq,
        @Schema(implementation = String.class, examples = "news.published") EventType type,
        Instant at,
        UUID id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String locale,
        EventLinks links) {

    static PublicEvent of(EventType type, Change line, String self) {
        return new PublicEvent(line.seq, type, line.at, line.id, line.locale, new EventLinks(self));
    }
}
