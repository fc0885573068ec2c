package dev.vestnik.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vestnik.ledger.MerkleTree.Subtree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /// The first eight roots of the test vectors that Certificate Transparency's implementations
    /// share; their leaves are these entries.
    private static final List<String> ENTRIES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void has_the_roots_that_others_have(int size, String root) {
        MerkleTree tree = new MerkleTree(0, List.of());
        ENTRIES.subList(0, size).forEach(entry -> tree.add(MerkleTree.leafHash(entry)));

        assertEquals(root, tree.root());
        assertEquals(size, tree.size());
    }

    @Test
    void numbers_subtrees_in_the_order_in_which_they_become_complete() {
        Set<Long> places = new HashSet<>();
        long next = 0;
        for (long leaf = 0; leaf < 300; leaf++) {
            assertEquals(next, MerkleTree.firstPlace(leaf));
            int completed = Long.numberOfTrailingZeros(leaf + 1);
            for (int level = 0; level <= completed; level++) {
                places.add(new Subtree(level, leaf >> level).place());
                next++;
            }
        }

        assertEquals(next, places.size());
        assertEquals(true, places.stream().allMatch(place -> place >= 0 && place < 600));
    }

    @Test
    void goes_on_from_its_edge() {
        MerkleTree whole = new MerkleTree(0, List.of());
        List<String> leaves = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            leaves.add(MerkleTree.leafHash("%04x".formatted(n)));
        }
        for (int n = 0; n < 77; n++) {
            whole.add(leaves.get(n));
        }
        List<String> edge = new ArrayList<>();
        for (Subtree subtree : MerkleTree.edgeOf(77)) {
            MerkleTree part = new MerkleTree(0, List.of());
            long first = subtree.index() << subtree.level();
            for (long n = first; n < first + (1L << subtree.level()); n++) {
                part.add(leaves.get((int) n));
            }
            edge.add(part.root());
        }
        MerkleTree continued = new MerkleTree(77, edge);

        for (int n = 77; n < 100; n++) {
            whole.add(leaves.get(n));
            continued.add(leaves.get(n));
        }

        assertEquals(whole.root(), continued.root());
    }
}
