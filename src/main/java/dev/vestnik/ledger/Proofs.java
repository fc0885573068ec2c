package dev.vestnik.ledger;

import jakarta.inject.Singleton;
import java.util.Optional;

/// Proves that events are in the ledger (RFC 9162 section 2.1.3), at a cost that grows with the
/// logarithm of their number.
@Singleton
public class Proofs {

    private final StoredTree trees;

    Proofs(StoredTree trees) {
        this.trees = trees;
    }

    /// The proof against the newest checkpoint; empty until the event is sealed.
    public Optional<Proof> of(LedgerEvent event) {
        Optional<Checkpoint> newest = Checkpoint.newest();
        return LedgerLeaf.of(event.chain, event.position)
                .filter(leaf -> newest.isPresent() && leaf.leafIndex < newest.get().treeSize)
                .map(leaf -> proof(event, leaf.leafIndex, newest.get()));
    }

    private Proof proof(LedgerEvent event, long leaf, Checkpoint checkpoint) {
        return new Proof(
                LedgerEventView.of(event),
                leaf,
                trees.auditPath(leaf, checkpoint.treeSize),
                CheckpointView.of(checkpoint));
    }
}
