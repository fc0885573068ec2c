package dev.vestnik.search;

import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The synonyms of one language: what else an entry is called, found by any form of its words.
///
/// @param byFirstWord the entries under everything that a word may be asked for which meets their
///   first one
record Vocabulary(Language language, Map<String, List<Entry>> byFirstWord) {

    /// An entry of a group, and the others that the group has.
    record Entry(List<Word> words, List<String> others) {

        boolean isMetBy(List<Word> typed) {
            if (typed.size() != words.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!typed.get(i).meets(words.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    static Vocabulary of(List<List<String>> groups, Language language) {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (List<String> group : groups) {
            for (String entry : group) {
                List<Word> words = words(entry, language);
                if (words.isEmpty()) {
                    continue;
                }
                List<String> others = group.stream().filter(other -> !other.equals(entry)).toList();
                Word first = words.get(0);
                names(first, first.stemsToIndex())
                        .distinct()
                        .forEach(name ->
                                entries.computeIfAbsent(name, key -> new ArrayList<>())
                                        .add(new Entry(words, others)));
            }
        }
        return new Vocabulary(language, entries);
    }

    /// The words of a text, those in parts as their parts.
    List<Word> words(String text) {
        return words(text, language);
    }

    /// What else a few words are called.
    Stream<String> others(List<Word> typed) {
        return names(typed.get(0), typed.get(0).stemsToAsk())
                .flatMap(name -> byFirstWord.getOrDefault(name, List.of()).stream())
                .filter(entry -> entry.isMetBy(typed))
                .flatMap(entry -> entry.others().stream());
    }

    private static List<Word> words(String text, Language language) {
        return IndexedText.parts(Words.of(text, language));
    }

    private static Stream<String> names(Word word, Set<String> stems) {
        return Stream.of(
                        Stream.of("=" + word.exact()),
                        word.lemmas().stream().map(lemma -> "~" + lemma),
                        stems.stream().map(stem -> "-" + stem))
                .flatMap(names -> names);
    }
}
