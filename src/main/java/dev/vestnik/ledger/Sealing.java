package dev.vestnik.ledger;

import dev.vestnik.ledger.LedgerRows.Row;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Seals events: gives each a leaf of the Merkle tree, and signs its root.
@Singleton
public class Sealing {

    private final EntityManager database;
    private final LedgerRows rows;
    private final StoredTree trees;
    private final SigningKeys keys;
    private final InstantSource time;

    Sealing(
            EntityManager database,
            LedgerRows rows,
            StoredTree trees,
            SigningKeys keys,
            InstantSource time) {
        this.database = database;
        this.rows = rows;
        this.trees = trees;
        this.keys = keys;
        this.time = time;
    }

    /// Seals up to a thousand events under one checkpoint, unless another node is at it. The first
    /// checkpoint of all is made even where there is no event yet.
    ///
    /// @return whether there may be more
    @Transactional
    public boolean next() {
        if (isClaimedByAnother()) {
            return false;
        }
        Optional<Checkpoint> last = Checkpoint.newest();
        List<LedgerEvent> events = rows.hasUnsealed() ? unsealed() : List.of();
        if (events.isEmpty() && last.isPresent()) {
            return false;
        }
        MerkleTree tree = trees.of(last.map(before -> before.treeSize).orElse(0L));
        long first = tree.size();
        List<LedgerNode> completed = new ArrayList<>();
        for (LedgerEvent event : events) {
            completed.addAll(add(tree, event));
        }
        LedgerNode.persist(completed);
        sign(tree, last);
        database.flush();
        if (!events.isEmpty()) {
            forget(first, events.get(0), events.get(events.size() - 1));
        }
        database.clear();
        return !events.isEmpty();
    }

    private boolean isClaimedByAnother() {
        return database.createNativeQuery(
                        "select id from ledger_sealer where id = 1 for update skip locked",
                        Short.class)
                .getResultList()
                .isEmpty();
    }

    /// Up to a thousand events, in an order in which one comes after those before it in its chain.
    /// Those that were taken out of the ledger are passed over, so that they are found missing.
    private List<LedgerEvent> unsealed() {
        List<LedgerEvent> events = List.of();
        List<Row> portion = rows.unsealed(null);
        while (events.isEmpty() && !portion.isEmpty()) {
            events = portion.stream().map(Row::event).filter(Objects::nonNull).toList();
            portion = events.isEmpty() ? rows.unsealed(portion.get(portion.size() - 1)) : portion;
        }
        return events;
    }

    private static List<LedgerNode> add(MerkleTree tree, LedgerEvent event) {
        LedgerLeaf leaf = new LedgerLeaf();
        leaf.leafIndex = tree.size();
        leaf.chain = event.chain;
        leaf.position = event.position;
        leaf.hash = MerkleTree.leafHash(event.hash);
        leaf.persist();
        long place = MerkleTree.firstPlace(leaf.leafIndex);
        List<LedgerNode> completed = new ArrayList<>();
        for (String hash : tree.add(leaf.hash)) {
            LedgerNode node = new LedgerNode();
            node.place = ++place;
            node.hash = hash;
            completed.add(node);
        }
        return completed;
    }

    private void sign(MerkleTree tree, Optional<Checkpoint> last) {
        LedgerKey key = keys.current();
        Checkpoint checkpoint = new Checkpoint();
        checkpoint.number = last.map(before -> before.number).orElse(0L) + 1;
        checkpoint.treeSize = tree.size();
        checkpoint.root = tree.root();
        checkpoint.at = time.instant();
        checkpoint.previous = last.map(Checkpoint::hash).orElse(LedgerEvent.NOTHING);
        checkpoint.keyId = key.keyId;
        checkpoint.signature = keys.sign(key, CanonicalJson.bytes(checkpoint.signed()));
        checkpoint.persist();
    }

    /// Takes away the notes on events that now have a leaf.
    private void forget(long firstLeaf, LedgerEvent first, LedgerEvent last) {
        database.createQuery(
                        """
                        delete from UnsealedEvent u
                        where u.chain >= :first and u.chain <= :last
                        and exists (select 1 from LedgerLeaf l
                            where l.chain = u.chain and l.position = u.position and l.leafIndex >= :leaf)\
                        """)
                .setParameter("first", first.chain)
                .setParameter("last", last.chain)
                .setParameter("leaf", firstLeaf)
                .executeUpdate();
    }
}
