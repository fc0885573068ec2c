package dev.vestnik.search;

import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words that a query asks for, to be told in a text by the same rule as the index finds them.
final class SoughtWords {

    private final List<Word> words = new ArrayList<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<List<String>> phrases = new ArrayList<>();
    private final boolean forgiving;
    private final Map<Language, Map<String, Integer>> known = new EnumMap<>(Language.class);

    SoughtWords(QueryText query, List<Reading> readings, boolean forgiving) {
        this.forgiving = forgiving;
        for (List<Atom> clause : query.clauses()) {
            for (Atom atom : clause) {
                for (Reading reading : readings) {
                    add(atom, Words.of(atom.text(), reading.language()));
                }
            }
        }
    }

    private void add(Atom atom, List<Word> read) {
        if (read.isEmpty()) {
            return;
        }
        switch (atom.kind()) {
            case WORDS, SYNONYM -> words.addAll(read);
            case PREFIX -> beginnings.add(read.get(0).exact());
            case PHRASE -> phrases.add(IndexedText.parts(read).stream().map(Word::exact).toList());
        }
    }

    /// Which of the sought words a word of a text in a language is; below 0 where it is none. Texts
    /// repeat their words, and each is compared once.
    int find(Word written, Language language) {
        return known.computeIfAbsent(language, spoken -> new HashMap<>())
                .computeIfAbsent(written.exact(), exact -> find(written));
    }

    private int find(Word written) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).meets(written) || isMeant(words.get(i), written)) {
                return i;
            }
        }
        for (int i = 0; i < beginnings.size(); i++) {
            if (written.exact().startsWith(beginnings.get(i))) {
                return words.size() + i;
            }
        }
        return -1;
    }

    /// Whether a word was perhaps only misspelt.
    boolean isMeant(Word typed, Word written) {
        return forgiving
                && Misspelling.isPossible(typed)
                && (Misspelling.isOf(typed.exact(), written.exact())
                        || written.lemmas().stream()
                                .anyMatch(lemma -> Misspelling.isOf(typed.exact(), lemma))
                        || typed.stems().stream()
                                .filter(stem -> stem.length() >= Misspelling.SHORTEST - 1)
                                .anyMatch(stem ->
                                        written.stems().stream()
                                                .anyMatch(other -> Misspelling.isOf(stem, other))));
    }

    /// Adds the places of the words that stand in a phrase that was sought.
    void findPhrases(List<Word> written, Set<Integer> places) {
        for (List<String> phrase : phrases) {
            for (int i = 0; i + phrase.size() <= written.size(); i++) {
                int length = 0;
                while (length < phrase.size()
                        && phrase.get(length).equals(written.get(i + length).exact())) {
                    length++;
                }
                if (length == phrase.size()) {
                    for (int place = i; place < i + length; place++) {
                        places.add(place);
                    }
                }
            }
        }
    }
}
