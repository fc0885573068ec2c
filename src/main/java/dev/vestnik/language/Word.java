package dev.vestnik.language;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A word of a text: where it stands there, how it is written, and what it may be a form of, which
/// is looked up when it is first asked for.
public final class Word {

    /// How far the dictionary is to be believed.
    public enum Known {
        /// As a word of the language: it has all its forms.
        WELL,
        /// As a name. Names are many, and of this one another form may be taken for another's
        /// (Айгули is in the dictionary as several men Айгул).
        AS_NAME,
        NOT
    }

    private final Token token;
    private final Language language;
    private final String exact;
    private @Nullable Forms forms;

    Word(Token token, Language language) {
        this.token = token;
        this.language = language;
        exact = Token.withoutApostrophes(token.folded());
    }

    /// Counts words; the parts of a hyphenated word follow the whole, which stands where its first
    /// part does.
    public int position() {
        return token.position();
    }

    /// Where it begins in the text, in UTF-16 code units.
    public int start() {
        return token.start();
    }

    /// Where the text goes on after it.
    public int end() {
        return token.end();
    }

    /// The written form, folded.
    public String exact() {
        return exact;
    }

    /// Every word that the dictionary takes this for a form of; empty for one that it doesn't know.
    public Set<String> lemmas() {
        return forms().lemmas();
    }

    /// What is left without endings, one for each way to read these.
    public Set<String> stems() {
        return forms().stems();
    }

    /// What a query for this word looks for among the indexed stems: an unknown word for all, a
    /// name for names and unknown words, any other for unknown words alone.
    public Set<String> stemsToAsk() {
        return forms().stemsToAsk();
    }

    /// What the index keeps as stems of this word, for `stemsToAsk` to find.
    public Set<String> stemsToIndex() {
        return forms().stemsToIndex();
    }

    public Known known() {
        return forms().known();
    }

    /// Whether a query for this word finds the other: both are written the same, may be forms of
    /// the same word, or could be if the dictionary knew them. It is as true the other way round.
    public boolean meets(Word other) {
        return exact.equals(other.exact)
                || !Collections.disjoint(lemmas(), other.lemmas())
                || !Collections.disjoint(stemsToAsk(), other.stemsToIndex());
    }

    private Forms forms() {
        Forms known = forms;
        if (known == null) {
            known = Forms.of(token.folded(), language);
            forms = known;
        }
        return known;
    }
}
