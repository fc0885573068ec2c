package dev.vestnik.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which forms find each other, by tables of pairs, each with its locale.
class WordsMeetTest {

    private record Pair(String locale, String one, String other) {

        boolean meets() {
            return word(one).meets(word(other));
        }

        private Word word(String text) {
            return Words.of(text, Language.of(locale, text)).get(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"russian, 300, 0.98", "kazakh, 80, 0.95", "english, 20, 0.98"})
    void finds_a_word_by_another_form_of_it(String table, int least, double recall)
            throws IOException {
        List<Pair> pairs = read(table);
        List<Pair> missed = pairs.stream().filter(pair -> !pair.meets()).toList();

        assertTrue(pairs.size() >= least, table + " has " + pairs.size());
        assertShare(1.0 * missed.size() / pairs.size(), recall, table + " missed " + missed);
    }

    @Test
    void keeps_other_words_apart() throws IOException {
        List<Pair> pairs = read("apart");
        List<Pair> met = pairs.stream().filter(Pair::meets).toList();

        assertTrue(pairs.size() >= 60);
        assertShare(1.0 * met.size() / pairs.size(), 0.97, "met " + met);
    }

    @Test
    void is_as_true_the_other_way_round() throws IOException {
        for (String table : List.of("russian", "kazakh", "english", "apart")) {
            for (Pair pair : read(table)) {
                Pair turned = new Pair(pair.locale, pair.other, pair.one);
                assertTrue(pair.meets() == turned.meets(), pair::toString);
            }
        }
    }

    /// A name of which the dictionary takes one form for something else.
    @ParameterizedTest
    @CsvSource({"шин, шином", "Нурлан, Нурлана", "Санжар, Санжара", "хайп, хайпа"})
    void joins_what_is_known_in_one_form_only(String one, String other) {
        assertTrue(new Pair("ru", one, other).meets());
    }

    private static void assertShare(double failed, double wanted, String failures) {
        System.out.printf("%.4f: %s%n", 1 - failed, failures);
        assertTrue(1 - failed >= wanted, failures);
    }

    private static List<Pair> read(String table) throws IOException {
        InputStream resource =
                WordsMeetTest.class.getResourceAsStream("/language/" + table + ".tsv");
        List<Pair> pairs = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t");
                pairs.add(new Pair(cells[0], cells[1], cells[2]));
            }
        }
        return pairs;
    }
}
