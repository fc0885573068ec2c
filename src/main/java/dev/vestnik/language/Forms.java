package dev.vestnik.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

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
    private static final int REMEMBERED = 50_000;

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

    private record Asked(String folded, Language language) {}

    private static final Cache<Asked, Forms> CACHE =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    static Forms of(String folded, Language language) {
        Language spoken = language.ofWord(folded);
        return CACHE.get(new Asked(folded, spoken), asked -> find(asked.folded, asked.language));
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
