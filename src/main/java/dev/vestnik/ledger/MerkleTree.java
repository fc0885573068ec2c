package dev.vestnik.ledger;

import dev.vestnik.edge.Hashes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A Merkle tree (RFC 9162 section 2.1, with SHA-256) that grows leaf by leaf and remembers no more
/// than the roots of the complete subtrees at its edge. All hashes are 64 hexadecimal digits.
final class MerkleTree {

    /// The root of a tree without leaves.
    static final String EMPTY = Hashes.sha256Hex(new byte[0]);

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<String> edge;
    private long size;

    /// @param edge the roots of the complete subtrees of a tree of that size, the largest first
    MerkleTree(long size, List<String> edge) {
        this.size = size;
        this.edge = new ArrayList<>(edge);
    }

    /// A complete subtree.
    ///
    /// @param level 0 for a leaf; it has two to the power of it leaves
    /// @param index how many of its level lie left of it
    record Subtree(int level, long index) {

        /// Its number in the order in which subtrees become complete, leaves among them.
        long place() {
            return firstPlace(((index + 1) << level) - 1) + level;
        }
    }

    /// The place of a leaf; whatever else it completes follows it.
    static long firstPlace(long leaf) {
        return 2 * leaf - Long.bitCount(leaf);
    }

    /// The complete subtrees that a tree is made of, the largest first.
    static List<Subtree> edgeOf(long size) {
        List<Subtree> edge = new ArrayList<>();
        long before = 0;
        for (int level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                edge.add(new Subtree(level, before >> level));
                before += 1L << level;
            }
        }
        return edge;
    }

    static String leafHash(String event) {
        return hash(LEAF, event, "");
    }

    static String nodeHash(String left, String right) {
        return hash(NODE, left, right);
    }

    /// The root of a tree of which the roots of complete subtrees are given, the largest first.
    static String root(List<String> edge) {
        if (edge.isEmpty()) {
            return EMPTY;
        }
        String root = edge.get(edge.size() - 1);
        for (int place = edge.size() - 2; place >= 0; place--) {
            root = nodeHash(edge.get(place), root);
        }
        return root;
    }

    long size() {
        return size;
    }

    String root() {
        return root(edge);
    }

    /// Adds a leaf.
    ///
    /// @return the roots of the subtrees that it completes, from two leaves up; their places follow
    ///   the leaf's
    List<String> add(String leaf) {
        List<String> completed = new ArrayList<>();
        String right = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            right = nodeHash(edge.remove(edge.size() - 1), right);
            completed.add(right);
        }
        edge.add(right);
        size++;
        return completed;
    }

    /// The root to which an audit path leads (RFC 9162 section 2.1.3.2); empty where it cannot
    /// belong to such a leaf.
    static Optional<String> root(String leaf, long index, long size, List<String> path) {
        long at = index;
        long last = size - 1;
        String root = leaf;
        for (String beside : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                root = nodeHash(beside, root);
                int up = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= up;
                last >>= up;
            } else {
                root = nodeHash(root, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    private static String hash(byte kind, String left, String right) {
        byte[] message = new byte[1 + (left.length() + right.length()) / 2];
        message[0] = kind;
        byte[] hashes = HexFormat.of().parseHex(left + right);
        System.arraycopy(hashes, 0, message, 1, hashes.length);
        return Hashes.sha256Hex(message);
    }
}
