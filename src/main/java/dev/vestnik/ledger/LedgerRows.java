package dev.vestnik.ledger;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the ledger in portions, each at the same cost.
@Singleton
class LedgerRows {

    static final int AT_ONCE = 1000;

    private static final UUID LEAST = new UUID(0, 0);

    private final EntityManager database;

    LedgerRows(EntityManager database) {
        this.database = database;
    }

    /// A place in a chain with the event there, as far as it is there.
    ///
    /// @param leaf null where it is not sealed
    /// @param before the hash of the event before it
    record Row(
            UUID chain,
            int position,
            @Nullable LedgerLeaf leaf,
            @Nullable LedgerEvent event,
            @Nullable String before) {}

    /// Leaves from one on, with their events.
    List<Row> sealed(long from) {
        return database
                .createQuery(
                        """
                        select l, e, p.hash from LedgerLeaf l
                        left join LedgerEvent e on e.chain = l.chain and e.position = l.position
                        left join LedgerEvent p on p.chain = l.chain and p.position = l.position - 1
                        where l.leafIndex >= :from and l.leafIndex < :to
                        order by l.leafIndex\
                        """,
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", from + AT_ONCE)
                .getResultList()
                .stream()
                .map(row -> {
                    LedgerLeaf leaf = (LedgerLeaf) row[0];
                    return new Row(
                            leaf.chain, leaf.position, leaf, (LedgerEvent) row[1], (String) row[2]);
                })
                .toList();
    }

    /// The inner nodes that some leaves completed, by their places.
    Map<Long, String> nodes(long firstLeaf, long afterLeaf) {
        Map<Long, String> nodes = new HashMap<>();
        database.createQuery(
                        "select n.place, n.hash from LedgerNode n where n.place >= :from and n.place < :to",
                        Object[].class)
                .setParameter("from", MerkleTree.firstPlace(firstLeaf))
                .setParameter("to", MerkleTree.firstPlace(afterLeaf))
                .getResultList()
                .forEach(row -> nodes.put((Long) row[0], (String) row[1]));
        return nodes;
    }

    /// Whether any leaf is there from one on.
    boolean hasLeaf(long from) {
        return !database.createQuery(
                        "select l.leafIndex from LedgerLeaf l where l.leafIndex >= :from",
                        Long.class)
                .setParameter("from", from)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /// Whether there may be an event without a leaf.
    boolean hasUnsealed() {
        return !database.createNativeQuery(
                        "select position from ledger_unsealed fetch first 1 rows only",
                        Integer.class)
                .getResultList()
                .isEmpty();
    }

    /// Events without a leaf, by chain and position: one comes after those before it in its chain.
    ///
    /// @param after the last one that was seen; null at first
    List<Row> unsealed(@Nullable Row after) {
        return database
                .createQuery(
                        """
                        select u.chain, u.position, e, p.hash from UnsealedEvent u
                        left join LedgerEvent e on e.chain = u.chain and e.position = u.position
                        left join LedgerEvent p on p.chain = u.chain and p.position = u.position - 1
                        where u.chain >= :chain and (u.chain > :chain or u.position > :position)
                        order by u.chain, u.position\
                        """,
                        Object[].class)
                .setParameter("chain", after == null ? LEAST : after.chain())
                .setParameter("position", after == null ? 0 : after.position())
                .setMaxResults(AT_ONCE)
                .getResultList()
                .stream()
                .map(row ->
                        new Row(
                                (UUID) row[0],
                                (Integer) row[1],
                                null,
                                (LedgerEvent) row[2],
                                (String) row[3]))
                .toList();
    }

    /// An event that has neither a leaf nor a note that it lacks one, or has both; looked for only
    /// where the numbers do not agree.
    Optional<LedgerEvent> stray() {
        boolean agree =
                database.createQuery(
                                """
                                select (select count(*) from LedgerEvent)
                                - (select count(*) from LedgerLeaf) - (select count(*) from UnsealedEvent)\
                                """,
                                Long.class)
                        .getSingleResult()
                        .equals(0L);
        return agree
                ? Optional.empty()
                : database
                        .createQuery(
                                """
                                select e from LedgerEvent e
                                left join LedgerLeaf l on l.chain = e.chain and l.position = e.position
                                left join UnsealedEvent u on u.chain = e.chain and u.position = e.position
                                where (l.chain is null and u.chain is null)
                                or (l.chain is not null and u.chain is not null)
                                order by e.chain, e.position\
                                """,
                                LedgerEvent.class)
                        .setMaxResults(1)
                        .getResultList()
                        .stream()
                        .findFirst();
    }
}
