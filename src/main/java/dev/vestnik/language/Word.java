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
        int position,
        int start,
        int end,
        String exact,
        Set<String> lemmas,
        Set<String> stems,
        Known known) {

    /// How far the dictionary is to be believed.
    public enum Known {
        /// As a word of the language: it has all its forms.
        WELL,
        /// As a name. Names are many, and of this one another form may be taken for another's
        /// (Айгули is in the dictionary as several men Айгул).
        AS_NAME,
        NOT
    }

    private static final String NAME_OR_UNKNOWN = "#";
    private static final String UNKNOWN = "*";

    /// What the index keeps as stems of this word, for `stemsToAsk` to find: marked by how well it
    /// is known.
    ///
    /// A known word may be the namesake of an unknown one (шин is a form of шина, and a surname of
    /// which шином is unknown), so stems are kept of both; but two known words must never meet in
    /// their stems, since the dictionary knows better.
    public Set<String> stemsToIndex() {
        if (known == Known.WELL) {
            return stems;
        }
        Set<String> all = new LinkedHashSet<>(stems);
        all.addAll(marked(NAME_OR_UNKNOWN));
        if (known == Known.NOT) {
            all.addAll(marked(UNKNOWN));
        }
        return Collections.unmodifiableSet(all);
    }

    /// What a query for this word looks for among the indexed stems: an unknown word for all, a
    /// name for names and unknown words, any other for unknown words alone.
    public Set<String> stemsToAsk() {
        return switch (known) {
            case WELL -> marked(UNKNOWN);
            case AS_NAME -> marked(NAME_OR_UNKNOWN);
            case NOT -> stems;
        };
    }

    /// Whether a query for this word finds the other: both are written the same, may be forms of
    /// the same word, or could be if the dictionary knew them. It is as true the other way round.
    public boolean meets(Word other) {
        return exact.equals(other.exact)
                || !Collections.disjoint(lemmas, other.lemmas)
                || !Collections.disjoint(stemsToAsk(), other.stemsToIndex());
    }

    private Set<String> marked(String mark) {
        Set<String> marked = new LinkedHashSet<>();
        stems.forEach(stem -> marked.add(stem + mark));
        return Collections.unmodifiableSet(marked);
    }
}
