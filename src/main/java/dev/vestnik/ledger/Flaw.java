package dev.vestnik.ledger;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A place where what is stored is not what was written.
///
/// @param resource what it is that is none of the ledger's own, such as
///   `notices/cookies/versions/3`
@Schema(name = "LedgerFlaw")
public record Flaw(
        FlawKind kind,
        @Nullable UUID eventId,
        @Schema(description = "The id of what the event is about.") @Nullable UUID chain,
        @Nullable Integer position,
        @Nullable Long leafIndex,
        @Schema(description = "The checkpoint's number.") @Nullable Long checkpoint,
        @Schema(description = "What it is that is not the ledger's own, or its key or node.")
                @Nullable String resource,
        @Schema(description = "What is wrong, in a sentence.") String detail) {

    /// One of an event.
    public static Flaw at(LedgerEvent event, FlawKind kind, String detail) {
        return new Flaw(kind, event.id, event.chain, event.position, null, null, null, detail);
    }

    /// One of what an event tells of.
    public static Flaw at(LedgerEvent event, FlawKind kind, String resource, String detail) {
        return new Flaw(kind, event.id, event.chain, event.position, null, null, resource, detail);
    }

    /// One of something that belongs to no event.
    public static Flaw of(FlawKind kind, String resource, String detail) {
        return new Flaw(kind, null, null, null, null, null, resource, detail);
    }

    static Flaw missing(UUID chain, int position, @Nullable Long leaf, String detail) {
        return new Flaw(FlawKind.MISSING_EVENT, null, chain, position, leaf, null, null, detail);
    }

    static Flaw leaf(long leaf, String detail) {
        return new Flaw(FlawKind.LEAF, null, null, null, leaf, null, null, detail);
    }

    static Flaw checkpoint(long number, FlawKind kind, String detail) {
        return new Flaw(kind, null, null, null, null, number, null, detail);
    }

    /// The same of an event that is this leaf.
    Flaw ofLeaf(long leaf) {
        return new Flaw(kind, eventId, chain, position, leaf, checkpoint, resource, detail);
    }
}
