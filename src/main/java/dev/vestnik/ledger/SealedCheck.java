package dev.vestnik.ledger;

import dev.vestnik.ledger.LedgerRows.Row;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verifies the sealed events in the order of their leaves. Grows the Merkle tree anew on the way,
/// and holds it against each checkpoint.
final class SealedCheck {

    private final LedgerRows rows;
    private final StoredTree stored;
    private final CheckpointStream checkpoints;
    private final MerkleTree tree = new MerkleTree(0, List.of());

    /// @param keys the trusted ones, by their ids
    SealedCheck(LedgerRows rows, StoredTree stored, Map<String, PublicKey> keys) {
        this.rows = rows;
        this.stored = stored;
        this.checkpoints = new CheckpointStream(keys);
    }

    /// Some events that were looked at.
    ///
    /// @param right those before the flaw, if there is one
    record Portion(List<LedgerEvent> right, Optional<Flaw> flaw) {

        boolean isEmpty() {
            return right.isEmpty() && flaw.isEmpty();
        }
    }

    /// Looks at the checkpoint that was made before there was any event.
    Optional<Flaw> begin() {
        return checkpoints.advance().or(this::settle);
    }

    /// Looks at the next leaves; an empty portion is the end. It is asked whether there must be
    /// leaves before they are read, and for the checkpoints that cover them afterwards: what is
    /// sealed meanwhile is then never taken for a flaw.
    Portion next() {
        long first = tree.size();
        boolean expected = checkpoints.present() != null || rows.hasLeaf(first);
        List<Row> leaves = rows.sealed(first);
        if (leaves.isEmpty()) {
            return new Portion(List.of(), expected ? missing(first) : Optional.empty());
        }
        Map<Long, String> nodes = rows.nodes(first, first + leaves.size());
        Optional<Flaw> flaw =
                checkpoints.present() == null ? checkpoints.advance() : Optional.empty();
        List<LedgerEvent> right = new ArrayList<>();
        for (int n = 0; n < leaves.size() && flaw.isEmpty(); n++) {
            Row row = leaves.get(n);
            flaw = leaf(row, first + n).or(() -> grow(row, nodes)).or(this::settle);
            if (flaw.isEmpty() && row.event() != null) {
                right.add(row.event());
            }
        }
        return new Portion(right, flaw.or(() -> strange(nodes)));
    }

    private Optional<Flaw> leaf(Row row, long expected) {
        LedgerLeaf leaf = row.leaf();
        if (leaf == null || leaf.leafIndex != expected) {
            return missing(expected);
        }
        Checkpoint covering = checkpoints.present();
        if (covering == null) {
            return Optional.of(
                    Flaw.checkpoint(
                            checkpoints.number() + 1,
                            FlawKind.MISSING_CHECKPOINT,
                            "Leaf " + expected + " has none that covers it."));
        }
        LedgerEvent event = row.event();
        if (event == null) {
            return Optional.of(
                    Flaw.missing(
                            row.chain(),
                            row.position(),
                            expected,
                            "Leaf " + expected + " stands for it."));
        }
        return EventCheck.of(event, row.before(), leaf.hash)
                .map(flaw -> flaw.ofLeaf(expected))
                .or(() -> sameAsSealed(event, leaf, covering));
    }

    /// An event that is right in itself may still have been written anew, or its leaf may: the
    /// signed root tells which.
    private Optional<Flaw> sameAsSealed(LedgerEvent event, LedgerLeaf leaf, Checkpoint covering) {
        if (MerkleTree.leafHash(event.hash).equals(leaf.hash)) {
            return Optional.empty();
        }
        boolean leafIsRight = isHash(leaf.hash) && leadsToRoot(leaf, covering);
        return Optional.of(
                Flaw.at(
                                event,
                                leafIsRight ? FlawKind.CONTENT : FlawKind.LEAF,
                                leafIsRight
                                        ? "It is not the event that was sealed here."
                                        : "The leaf is not that of the event.")
                        .ofLeaf(leaf.leafIndex));
    }

    private static boolean isHash(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    private boolean leadsToRoot(LedgerLeaf leaf, Checkpoint covering) {
        try {
            return MerkleTree.root(
                            leaf.hash,
                            leaf.leafIndex,
                            covering.treeSize,
                            stored.auditPath(leaf.leafIndex, covering.treeSize))
                    .equals(Optional.of(covering.root));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return false; // what would tell is damaged too
        }
    }

    private Optional<Flaw> grow(Row row, Map<Long, String> nodes) {
        LedgerLeaf leaf = row.leaf();
        if (leaf == null) {
            throw new IllegalStateException("Only leaves are grown from");
        }
        long place = MerkleTree.firstPlace(tree.size());
        for (String completed : tree.add(leaf.hash)) {
            place++;
            if (!completed.equals(nodes.remove(place))) {
                return Optional.of(
                        Flaw.of(
                                FlawKind.NODE,
                                "nodes/" + place,
                                "The node is not that of the leaves below it."));
            }
        }
        return Optional.empty();
    }

    /// Holds the tree against the checkpoints of its present size.
    private Optional<Flaw> settle() {
        Checkpoint checkpoint = checkpoints.present();
        if (checkpoint == null || checkpoint.treeSize > tree.size()) {
            return Optional.empty();
        }
        if (!checkpoint.root.equals(tree.root())) {
            return Optional.of(
                    Flaw.checkpoint(
                            checkpoint.number,
                            FlawKind.ROOT,
                            "The events that it covers are not those that were sealed."));
        }
        return checkpoints.advance().or(this::settle);
    }

    private static Optional<Flaw> strange(Map<Long, String> nodes) {
        return nodes.keySet().stream()
                .min(Long::compare)
                .map(place -> Flaw.of(FlawKind.NODE, "nodes/" + place, "There should be no node."));
    }

    private static Optional<Flaw> missing(long leaf) {
        return Optional.of(Flaw.leaf(leaf, "The leaf is not there."));
    }
}
