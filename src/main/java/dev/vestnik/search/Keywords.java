package dev.vestnik.search;

import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The words that tell what a text is about: those that it repeats and that other texts do not.
final class Keywords {

    private static final int MOST = 20;
    private static final int SHORTEST = 4;
    private static final float TITLE = 4;
    private static final float SUMMARY = 2;
    private static final float BODY = 1;
    private static final float COMMON = 0.25f;

    private static final class Weighed {

        private final Word word;
        private final int place;
        private float weight;

        Weighed(Word word, int place) {
            this.word = word;
            this.place = place;
        }
    }

    private final Language language;
    private final Map<String, Weighed> words = new HashMap<>();

    private Keywords(Language language) {
        this.language = language;
    }

    /// @param tells whether a word is one that tells what a text is about; asked of the heaviest
    ///   first, until there are enough
    static List<Word> of(StoredNews news, String text, Predicate<Word> tells) {
        Keywords keywords = new Keywords(Language.of(news.locale(), news.title()));
        keywords.add(news.title(), TITLE);
        if (news.summary() != null) {
            keywords.add(news.summary(), SUMMARY);
        }
        keywords.add(text, BODY);
        return keywords.heaviest(tells);
    }

    private void add(String text, float weight) {
        for (Word word : IndexedText.parts(Words.of(text, language))) {
            if (word.exact().length() >= SHORTEST) {
                Weighed known =
                        words.computeIfAbsent(name(word), name -> new Weighed(word, words.size()));
                known.weight += Words.isCommon(word.exact()) ? weight * COMMON : weight;
            }
        }
    }

    /// Under which all forms of a word are counted.
    private static String name(Word word) {
        Collection<String> names = word.lemmas().isEmpty() ? word.stems() : word.lemmas();
        return names.isEmpty() ? word.exact() : names.iterator().next();
    }

    private List<Word> heaviest(Predicate<Word> tells) {
        return words.values().stream()
                .sorted(
                        Comparator.<Weighed>comparingDouble(weighed -> -weighed.weight)
                                .thenComparingInt(weighed -> weighed.place))
                .map(weighed -> weighed.word)
                .filter(tells)
                .limit(MOST)
                .toList();
    }
}
