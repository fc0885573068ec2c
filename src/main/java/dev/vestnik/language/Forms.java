package dev.vestnik.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;

/// What a written form may be a form of: words of the dictionary, and stems by rule.
record Forms(Set<String> lemmas, Set<String> stems, Word.Known known) {

    static final Forms NONE = new Forms(Set.of(), Set.of(), Word.Known.NOT);

    /// A few words make most of any text; these are looked up once.
    private static final int REMEMBERED = 50_000;

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
