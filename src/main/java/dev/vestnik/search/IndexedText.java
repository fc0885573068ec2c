package dev.vestnik.search;

import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A text as the index keeps it: as words, as what these are forms of, and as stems, each parted by
/// spaces. No search engine has a say in what a word is.
///
/// @param exact first the words in their order, so that phrases are found; then those that are
///   joined by hyphens, whole
record IndexedText(List<String> exact, String lemmas, String stems) {

    static IndexedText of(String text, Language language) {
        if (text.isEmpty()) {
            return new IndexedText(List.of(), "", "");
        }
        List<String> parts = new ArrayList<>();
        List<String> wholes = new ArrayList<>();
        List<String> lemmas = new ArrayList<>();
        List<String> stems = new ArrayList<>();
        List<Word> words = Words.of(text, language);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            (isWhole(words, i) ? wholes : parts).add(word.exact());
            lemmas.addAll(lemmas(word, language));
            stems.addAll(word.stemsToIndex());
        }
        return new IndexedText(
                List.of(String.join(" ", parts), String.join(" ", wholes)),
                String.join(" ", lemmas),
                String.join(" ", stems));
    }

    /// Whether the parts of this word follow it.
    static boolean isWhole(List<Word> words, int i) {
        return i + 1 < words.size() && words.get(i + 1).start() == words.get(i).start();
    }

    /// Words without the wholes of which they have the parts.
    static List<Word> parts(List<Word> words) {
        List<Word> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!isWhole(words, i)) {
                parts.add(words.get(i));
            }
        }
        return parts;
    }

    /// Kazakh has no dictionary here, and its stems are as good as lemmas.
    static Set<String> lemmas(Word word, Language language) {
        return language == Language.KAZAKH && word.lemmas().isEmpty()
                ? word.stems()
                : word.lemmas();
    }
}
