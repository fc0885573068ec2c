package dev.vestnik.language;

import java.util.Collections;
import java.util.Set;

/// A word of a text: where it stands there, how it is written, and what it may be a form of.
///
/// `position` counts words; the parts of a hyphenated word follow the whole, which stands where its
/// first part does. `exact` is the written form, folded. `lemmas` has every word that the
/// dictionary takes this for a form of, and is empty for one that it doesn't know. `stems` are what
/// is left without endings, one for each way to read these; of them `stemsToIndex` is what the
/// index keeps, and `stemsToAsk` what a query for the word looks for there: an unknown word for all,
/// a name for names and unknown words, any other for unknown words alone.
public record Word(
        int position,
        int start,
        int end,
        String exact,
        Set<String> lemmas,
        Set<String> stems,
        Set<String> stemsToAsk,
        Set<String> stemsToIndex,
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

    /// Whether a query for this word finds the other: both are written the same, may be forms of
    /// the same word, or could be if the dictionary knew them. It is as true the other way round.
    public boolean meets(Word other) {
        return exact.equals(other.exact)
                || !Collections.disjoint(lemmas, other.lemmas)
                || !Collections.disjoint(stemsToAsk, other.stemsToIndex);
    }
}
