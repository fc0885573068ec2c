package dev.vestnik.ledger;

import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All checkpoints in their order, each held against its signature and the one before it.
final class CheckpointStream {

    private static final int AT_ONCE = 500;

    private final Map<String, PublicKey> keys;
    private final Deque<Checkpoint> read = new ArrayDeque<>();
    private long number;
    private long size = -1;
    private String hash = LedgerEvent.NOTHING;
    private @Nullable Checkpoint present;

    /// @param keys the trusted ones, by their ids
    CheckpointStream(Map<String, PublicKey> keys) {
        this.keys = keys;
    }

    /// The checkpoint at hand, which is right in itself; null where there is no more.
    @Nullable Checkpoint present() {
        return present;
    }

    /// The number of the last one that was seen.
    long number() {
        return number;
    }

    /// Goes on to the next one.
    ///
    /// @return what is wrong with it
    Optional<Flaw> advance() {
        present = null;
        if (read.isEmpty()) {
            read.addAll(Checkpoint.after(number, AT_ONCE));
        }
        Checkpoint next = read.poll();
        if (next == null) {
            return Optional.empty();
        }
        Optional<Flaw> flaw = check(next);
        if (flaw.isEmpty()) {
            number = next.number;
            size = next.treeSize;
            hash = next.hash();
            present = next;
        }
        return flaw;
    }

    private Optional<Flaw> check(Checkpoint next) {
        if (next.number != number + 1) {
            return Optional.of(
                    Flaw.checkpoint(
                            number + 1,
                            FlawKind.MISSING_CHECKPOINT,
                            "The next that is there is " + next.number + "."));
        }
        PublicKey key = keys.get(next.keyId);
        if (key == null
                || !Ed25519.isSigned(key, CanonicalJson.bytes(next.signed()), next.signature)) {
            return Optional.of(
                    Flaw.checkpoint(
                            next.number,
                            FlawKind.SIGNATURE,
                            "Its signature does not fit what it says, or its key is not known."));
        }
        if (!next.previous.equals(hash) || next.treeSize <= size) {
            return Optional.of(
                    Flaw.checkpoint(
                            next.number,
                            FlawKind.CHECKPOINT_LINK,
                            "It is not the one that followed the one before it."));
        }
        return Optional.empty();
    }
}
