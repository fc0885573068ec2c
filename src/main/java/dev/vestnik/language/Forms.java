package dev.vestnik.language;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a written form may be a form of: words of the dictionary, and stems by rule.
///
/// @param stemsToAsk what a query for the form looks for among the indexed stems
/// @param stemsToIndex what the index keeps for it
record Forms(
        Set<String> lemmas,
        Set<String> stems,
        Set<String> stemsToAsk,
        Set<String> stemsToIndex,
        Word.Known known) {

    private static final String NAME_OR_UNKNOWN = "#";
    private static final String UNKNOWN = "*";

    static final Forms NONE = new Forms(Set.of(), Set.of(), Word.Known.NOT);

    /// A few words make most of any text; these are looked up once.
    private static final int PLACES = 1 << 16;

    /// A known word may be the namesake of an unknown one (шин is a form of шина, and a surname of
    /// which шином is unknown), so stems are kept of both, marked by how well they are known; but
    /// two known words must never meet in their stems, since the dictionary knows better.
    Forms(Set<String> lemmas, Set<String> stems, Word.Known known) {
        this(
                lemmas,
                stems,
                switch (known) {
                    case WELL -> marked(stems, UNKNOWN);
                    case AS_NAME -> marked(stems, NAME_OR_UNKNOWN);
                    case NOT -> stems;
                },
                switch (known) {
                    case WELL -> stems;
                    case AS_NAME -> both(stems, marked(stems, NAME_OR_UNKNOWN));
                    case NOT ->
                            both(
                                    both(stems, marked(stems, NAME_OR_UNKNOWN)),
                                    marked(stems, UNKNOWN));
                },
                known);
    }

    private static Set<String> marked(Set<String> stems, String mark) {
        Set<String> marked = new LinkedHashSet<>();
        stems.forEach(stem -> marked.add(stem + mark));
        return Collections.unmodifiableSet(marked);
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return Collections.unmodifiableSet(all);
    }

    /// A word that was looked up.
    private record Remembered(String folded, Language language, Forms forms) {

        boolean is(String word, Language spoken) {
            return language == spoken && folded.equals(word);
        }
    }

    /// By what is left of their hash two words have a place and its neighbour; a third takes the
    /// place of the older one. Marking asks for more than a thousand words a search: a cache that
    /// counts what it is asked for, to know what to keep, takes longer for that than for the rest.
    private static final @Nullable Remembered[] KNOWN = new Remembered[PLACES];

    static Forms of(String folded, Language language) {
        Language spoken = language.ofWord(folded);
        int hash = folded.hashCode() * 31 + spoken.ordinal();
        int first = (hash ^ hash >>> 16) & PLACES - 2;
        Remembered newer = KNOWN[first];
        if (newer != null && newer.is(folded, spoken)) {
            return newer.forms;
        }
        Remembered older = KNOWN[first + 1];
        if (older != null && older.is(folded, spoken)) {
            return older.forms;
        }
        Forms found = find(folded, spoken);
        KNOWN[first + 1] = newer;
        KNOWN[first] = new Remembered(folded, spoken, found);
        return found;
    }

    private static Forms find(String folded, Language language) {
        if (folded.chars().anyMatch(Character::isDigit)) {
            return NONE;
        }
        return switch (language) {
            case RUSSIAN -> RussianForms.of(Token.withoutApostrophes(folded));
            case KAZAKH -> KazakhForms.of(Token.withoutApostrophes(folded));
            case ENGLISH -> EnglishForms.of(folded);
        };
    }
}
