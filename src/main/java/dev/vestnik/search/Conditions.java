package dev.vestnik.search;

import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import dev.vestnik.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/// Says in the index's terms what a query wants. Title weighs more than lead, lead more than body;
/// the written form more than another form of the same word, and that more than a stem.
final class Conditions {

    private static final float TITLE = 16;
    private static final float SUMMARY = 4;
    private static final float BODY = 1;

    /// On top of the lemma's, which the written form always has too.
    private static final float EXACT = 1.5f;

    private static final float LEMMA = 2;
    private static final float STEM = 1;
    private static final float MISSPELT = 0.2f;
    private static final float SYNONYM = 0.5f;

    /// Each may stand for fifty words in every field.
    private static final int MOST_MISSPELT = 4;

    /// Words that may be missing where others are there.
    private static final Set<String> SMALL =
            Set.of(
                    ("и в во на с со по к ко о об от до из за у не а но или для при"
                                    + " the a an of in on to and for is"
                                    + " мен пен бен және")
                            .split(" "));

    private final SearchPredicateFactory f;
    private final List<Reading> readings;
    private final boolean forgiving;
    private int forgivable = MOST_MISSPELT;

    /// @param forgiving whether a letter may be wrong in longer words that no dictionary has
    Conditions(SearchPredicateFactory f, List<Reading> readings, boolean forgiving) {
        this.f = f;
        this.readings = readings;
        this.forgiving = forgiving;
    }

    PredicateFinalStep all(QueryText query) {
        List<List<Atom>> needed =
                query.clauses().stream().filter(clause -> !isSmall(clause)).toList();
        if (query.clauses().isEmpty()) {
            return f.matchNone();
        }
        var all = f.bool();
        for (List<Atom> clause : query.clauses()) {
            if (needed.isEmpty() || needed.contains(clause)) {
                all.must(any(clause));
            } else {
                all.should(any(clause));
            }
        }
        query.excluded().forEach(atom -> all.mustNot(atom(atom)));
        return all;
    }

    /// Wants at least some of many words, and better more of them.
    PredicateFinalStep some(Collection<Word> words, int atLeast) {
        return f.bool()
                .with(any -> {
                    words.forEach(word -> any.should(word(word, readings.get(0))));
                    any.minimumShouldMatchNumber(atLeast);
                });
    }

    private static boolean isSmall(List<Atom> clause) {
        return clause.size() == 1
                && clause.get(0).kind() == Atom.Kind.WORDS
                && SMALL.contains(Folding.of(clause.get(0).text()));
    }

    private PredicateFinalStep any(List<Atom> alternatives) {
        if (alternatives.size() == 1) {
            return atom(alternatives.get(0));
        }
        var any = f.bool();
        alternatives.forEach(atom -> any.should(atom(atom)));
        return any;
    }

    private PredicateFinalStep atom(Atom atom) {
        List<PredicateFinalStep> each = new ArrayList<>();
        for (Reading reading : readings) {
            PredicateFinalStep read = atom(atom, reading);
            each.add(
                    reading.locales().isEmpty()
                            ? read
                            : f.bool()
                                    .must(read)
                                    .filter(
                                            f.terms()
                                                    .field("locale")
                                                    .matchingAny(reading.locales())));
        }
        if (each.size() == 1 || isTheSameInAll(atom)) {
            return each.get(0);
        }
        var any = f.bool();
        each.forEach(any::should);
        return any;
    }

    private static boolean isTheSameInAll(Atom atom) {
        return atom.kind() == Atom.Kind.PHRASE || atom.kind() == Atom.Kind.PREFIX;
    }

    private PredicateFinalStep atom(Atom atom, Reading reading) {
        List<Word> words = Words.of(atom.text(), reading.language());
        if (words.isEmpty()) {
            return f.matchNone();
        }
        return switch (atom.kind()) {
            case PHRASE -> phrase(IndexedText.parts(words));
            case PREFIX -> beginning(words.get(0).exact());
            case WORDS -> words(words, reading);
            case SYNONYM -> f.bool().must(words(words, reading)).boost(SYNONYM);
        };
    }

    /// A word in parts is wanted as a whole, or in all its parts.
    private PredicateFinalStep words(List<Word> words, Reading reading) {
        var all = f.bool();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            PredicateFinalStep wanted = word(word, reading);
            if (IndexedText.isWhole(words, i)) {
                var inParts = f.bool();
                List<Word> parts = partsOf(words, i);
                parts.forEach(part -> inParts.must(word(part, reading)));
                wanted = f.bool().should(wanted).should(inParts);
                i += parts.size();
            }
            all.must(wanted);
        }
        return all;
    }

    private static List<Word> partsOf(List<Word> words, int whole) {
        int end = whole + 1;
        while (end < words.size() && words.get(end).end() <= words.get(whole).end()) {
            end++;
        }
        return IndexedText.parts(words.subList(whole + 1, end));
    }

    private PredicateFinalStep word(Word word, Reading reading) {
        var any = f.bool().should(in("Exact", EXACT, List.of(word.exact())));
        Set<String> lemmas = IndexedText.lemmas(word, reading.language());
        if (!lemmas.isEmpty()) {
            any.should(in("Lemmas", LEMMA, lemmas));
        }
        if (!word.stemsToAsk().isEmpty()) {
            any.should(in("Stems", STEM, word.stemsToAsk()));
        }
        if (forgiving && Misspelling.isPossible(word) && forgivable-- > 0) {
            any.should(misspelt("Exact", word.exact()));
            any.should(misspelt("Lemmas", word.exact()));
            word.stems().stream()
                    .filter(stem -> stem.length() >= Misspelling.SHORTEST - 1)
                    .forEach(stem -> any.should(misspelt("Stems", stem)));
        }
        return any;
    }

    private PredicateFinalStep in(String kind, float weight, Collection<String> tokens) {
        return f.match()
                .field("title" + kind)
                .boost(TITLE * weight)
                .field("summary" + kind)
                .boost(SUMMARY * weight)
                .field("body" + kind)
                .boost(BODY * weight)
                .matching(String.join(" ", tokens));
    }

    private PredicateFinalStep misspelt(String kind, String token) {
        return f.match()
                .field("title" + kind)
                .boost(TITLE * MISSPELT)
                .field("summary" + kind)
                .boost(SUMMARY * MISSPELT)
                .field("body" + kind)
                .boost(BODY * MISSPELT)
                .matching(token)
                .fuzzy(1);
    }

    private PredicateFinalStep phrase(List<Word> words) {
        return f.phrase()
                .field("titleExact")
                .boost(TITLE * EXACT)
                .field("summaryExact")
                .boost(SUMMARY * EXACT)
                .field("bodyExact")
                .boost(BODY * EXACT)
                .matching(String.join(" ", words.stream().map(Word::exact).toList()));
    }

    private PredicateFinalStep beginning(String prefix) {
        return f.prefix()
                .field("titleExact")
                .boost(TITLE)
                .field("summaryExact")
                .boost(SUMMARY)
                .field("bodyExact")
                .boost(BODY)
                .matching(prefix);
    }
}
