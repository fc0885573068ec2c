package dev.vestnik.ledger;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An event as it goes over the wire, with all that its hash is made of.
@Schema(name = "LedgerEvent")
public record LedgerEventView(
        UUID id,
        @Schema(description = "The id of what it is about.") UUID chain,
        @Schema(description = "From 1, without gaps within the chain.") int position,
        @Schema(examples = "GIVEN") String type,
        Instant at,
        @Schema(
                        description = "A JSON object in its RFC 8785 form, as it is hashed.",
                        examples = "{\"purposes\":{}}")
                String content,
        @Schema(
                        description =
                                "The hash of the event before it in the chain; 64 zeros in the first.")
                String previous,
        @Schema(
                        description =
                                "SHA-256 of the RFC 8785 form of all other members, content being a string"
                                        + " among them; in hexadecimal digits.")
                String hash) {

    public static LedgerEventView of(LedgerEvent event) {
        return new LedgerEventView(
                event.id,
                event.chain,
                event.position,
                event.type,
                event.at,
                event.content,
                event.previous,
                event.hash);
    }
}
