package dev.vestnik.language;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// A word of a text: where it stands there, how it is written, and what it may be a form of.
///
/// `position` counts words; the parts of a hyphenated word follow the whole, which stands where its
/// first part does. `exact` is the written form, folded. `lemmas` has every word that the
/// dictionary takes this for a form of, and is empty for one that it doesn't know. `stems` are what
/// is left without endings, one for each way to read these.
public record Word(
        int position, int start, int end, String exact, Set<String> lemmas, Set<String> stems) {

    /// Marks, among the indexed stems, that of a word that no dictionary knows.
    private static final String UNKNOWN = "*";

    /// Whether the dictionary has it.
    public boolean known() {
        return !lemmas.isEmpty();
    }

    /// What the index keeps as stems of this word, for `stemsToAsk` to find.
    ///
    /// A known word may be the namesake of an unknown one (шин is a form of шина, and a surname of
    /// which шином is unknown), so stems are kept of both; but two known words must never meet in
    /// their stems, since the dictionary knows better.
    public Set<String> stemsToIndex() {
        if (known()) {
            return stems;
        }
        Set<String> all = new LinkedHashSet<>(stems);
        stems.forEach(stem -> all.add(stem + UNKNOWN));
        return Collections.unmodifiableSet(all);
    }

    /// What a query for this word looks for among the indexed stems: of unknown words alone, if
    /// this one is known.
    public Set<String> stemsToAsk() {
        if (!known()) {
            return stems;
        }
        Set<String> unknown = new LinkedHashSet<>();
        stems.forEach(stem -> unknown.add(stem + UNKNOWN));
        return Collections.unmodifiableSet(unknown);
    }

    /// Whether a query for this word finds the other: both are written the same, may be forms of
    /// the same word, or could be if the dictionary knew them. It is as true the other way round.
    public boolean meets(Word other) {
        return exact.equals(other.exact)
                || !Collections.disjoint(lemmas, other.lemmas)
                || !Collections.disjoint(stemsToAsk(), other.stemsToIndex());
    }
}
