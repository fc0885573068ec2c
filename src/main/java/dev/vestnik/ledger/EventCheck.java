package dev.vestnik.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Holds an event against its own hash and the event before it.
final class EventCheck {

    private EventCheck() {}

    /// @param before the hash of the event before it; null where that is not there
    /// @param leaf the hash of the leaf that stands for it; null where it has none yet
    static Optional<Flaw> of(LedgerEvent event, @Nullable String before, @Nullable String leaf) {
        boolean first = event.position == 1;
        if (!first && before == null) {
            return Optional.of(
                    Flaw.missing(
                            event.chain,
                            event.position - 1,
                            null,
                            "The event after it is there, and it is not."));
        }
        String computed = CanonicalJson.sha256Hex(event.hashed());
        boolean linked = event.previous.equals(first ? LedgerEvent.NOTHING : before);
        if (!linked) {
            return Optional.of(
                    Flaw.at(
                            event,
                            FlawKind.PREVIOUS,
                            "It does not name the hash of the event before it."));
        }
        if (computed.equals(event.hash)) {
            return Optional.empty();
        }
        return Optional.of(
                leaf != null && MerkleTree.leafHash(computed).equals(leaf)
                        ? Flaw.at(
                                event,
                                FlawKind.HASH,
                                "Its stored hash was changed; what was hashed was not.")
                        : Flaw.at(
                                event,
                                FlawKind.CONTENT,
                                "Its id, type, time or content does not give its hash."));
    }
}
