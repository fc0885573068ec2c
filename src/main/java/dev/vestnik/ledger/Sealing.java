package dev.vestnik.ledger;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Seals events: gives each a leaf of the Merkle tree, and signs its root.
@Singleton
public class Sealing {

    private static final int AT_ONCE = 1000;

    private final EntityManager database;
    private final StoredTree trees;
    private final SigningKeys keys;
    private final InstantSource time;

    Sealing(EntityManager database, StoredTree trees, SigningKeys keys, InstantSource time) {
        this.database = database;
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
        List<Object[]> events = unsealed();
        if (events.isEmpty() && last.isPresent()) {
            return false;
        }
        MerkleTree tree = trees.of(last.map(before -> before.treeSize).orElse(0L));
        long first = tree.size();
        List<LedgerNode> completed = new ArrayList<>();
        for (Object[] event : events) {
            completed.addAll(add(tree, (UUID) event[0], (Integer) event[1], (String) event[2]));
        }
        LedgerNode.persist(completed);
        sign(tree, last);
        database.flush();
        if (!events.isEmpty()) {
            forget(first, events.get(events.size() - 1));
        }
        database.clear();
        return events.size() == AT_ONCE;
    }

    private boolean isClaimedByAnother() {
        return database.createNativeQuery(
                        "select id from ledger_sealer where id = 1 for update skip locked",
                        Short.class)
                .getResultList()
                .isEmpty();
    }

    /// In this order an event comes after those before it in its chain. One that was taken out of
    /// the ledger is passed over, so that it is found missing.
    private List<Object[]> unsealed() {
        return database.createQuery(
                        """
                        select u.chain, u.position, e.hash from UnsealedEvent u
                        join LedgerEvent e on e.chain = u.chain and e.position = u.position
                        order by u.chain, u.position\
                        """,
                        Object[].class)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private static List<LedgerNode> add(MerkleTree tree, UUID chain, int position, String event) {
        LedgerLeaf leaf = new LedgerLeaf();
        leaf.leafIndex = tree.size();
        leaf.chain = chain;
        leaf.position = position;
        leaf.hash = MerkleTree.leafHash(event);
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
    private void forget(long firstLeaf, Object[] lastEvent) {
        database.createQuery(
                        """
                        delete from UnsealedEvent u
                        where (u.chain < :chain or (u.chain = :chain and u.position <= :position))
                        and exists (select 1 from LedgerLeaf l
                            where l.chain = u.chain and l.position = u.position and l.leafIndex >= :first)\
                        """)
                .setParameter("chain", lastEvent[0])
                .setParameter("position", lastEvent[1])
                .setParameter("first", firstLeaf)
                .executeUpdate();
    }
}
