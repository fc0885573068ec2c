package dev.vestnik.ledger;

import dev.vestnik.ledger.MerkleTree.Subtree;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The Merkle tree as it is in the database, of which any part is read in two statements.
@Singleton
class StoredTree {

    private final EntityManager database;

    StoredTree(EntityManager database) {
        this.database = database;
    }

    /// The tree of some size, ready to grow.
    MerkleTree of(long size) {
        return new MerkleTree(size, hashes(MerkleTree.edgeOf(size)));
    }

    /// What proves that a leaf is in the tree of some size: RFC 9162 section 2.1.3, from the leaf
    /// up.
    List<String> auditPath(long leaf, long size) {
        List<Subtree> edge = MerkleTree.edgeOf(size);
        int own = 0;
        while (leaf >= (edge.get(own).index() + 1) << edge.get(own).level()) {
            own++;
        }
        List<Subtree> wanted = new ArrayList<>();
        for (int level = 0; level < edge.get(own).level(); level++) {
            wanted.add(new Subtree(level, leaf >> level ^ 1));
        }
        int within = wanted.size();
        wanted.addAll(edge);
        List<String> hashes = hashes(wanted);
        List<String> path = new ArrayList<>(hashes.subList(0, within));
        List<String> roots = hashes.subList(within, hashes.size());
        if (own + 1 < roots.size()) {
            path.add(MerkleTree.root(roots.subList(own + 1, roots.size())));
        }
        for (int left = own - 1; left >= 0; left--) {
            path.add(roots.get(left));
        }
        return path;
    }

    private List<String> hashes(List<Subtree> wanted) {
        Map<Subtree, String> found = new HashMap<>();
        Map<Long, Subtree> leaves = new HashMap<>();
        Map<Long, Subtree> nodes = new HashMap<>();
        for (Subtree subtree : wanted) {
            if (subtree.level() == 0) {
                leaves.put(subtree.index(), subtree);
            } else {
                nodes.put(subtree.place(), subtree);
            }
        }
        read("select l.leafIndex, l.hash from LedgerLeaf l where l.leafIndex in :wanted", leaves)
                .forEach((at, hash) -> found.put(subtree(leaves, at), hash));
        read("select n.place, n.hash from LedgerNode n where n.place in :wanted", nodes)
                .forEach((at, hash) -> found.put(subtree(nodes, at), hash));
        List<String> hashes = new ArrayList<>(wanted.size());
        for (Subtree subtree : wanted) {
            String hash = found.get(subtree);
            if (hash == null) {
                throw new IllegalStateException(
                        "The ledger's tree lacks a part that it had; let it be verified");
            }
            hashes.add(hash);
        }
        return hashes;
    }

    private static Subtree subtree(Map<Long, Subtree> wanted, Long at) {
        return Objects.requireNonNull(wanted.get(at));
    }

    private Map<Long, String> read(String query, Map<Long, Subtree> wanted) {
        Map<Long, String> hashes = new HashMap<>();
        if (!wanted.isEmpty()) {
            database.createQuery(query, Object[].class)
                    .setParameter("wanted", wanted.keySet())
                    .getResultList()
                    .forEach(row -> hashes.put((Long) row[0], (String) row[1]));
        }
        return hashes;
    }
}
