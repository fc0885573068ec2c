package dev.vestnik.search;

import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Cuts a query off where search engines would refuse it as too large: they take 1024 conditions,
/// and every form that a word may have is one in each field.
final class Budget {

    /// Leaves some for filters.
    private static final int CONDITIONS = 960;

    private static final int FIELDS = 3;

    private final List<Reading> readings;
    private int left = CONDITIONS;

    private Budget(List<Reading> readings) {
        this.readings = readings;
    }

    /// The query as far as it can be asked; the rest of it is not looked at.
    static QueryText cut(QueryText query, List<Reading> readings) {
        Budget budget = new Budget(readings);
        List<List<Atom>> clauses =
                query.clauses().stream()
                        .map(clause -> clause.stream().flatMap(budget::afforded).toList())
                        .filter(clause -> !clause.isEmpty())
                        .toList();
        return new QueryText(clauses, query.excluded().stream().flatMap(budget::afforded).toList());
    }

    private Stream<Atom> afforded(Atom atom) {
        List<List<Word>> read = new ArrayList<>();
        readings.forEach(reading -> read.add(Words.of(atom.text(), reading.language())));
        int end = 0;
        List<Word> words = read.get(0);
        for (int i = 0; i < words.size(); i++) {
            left -= cost(atom, read, i);
            if (left < 0) {
                return end == 0
                        ? Stream.empty()
                        : Stream.of(new Atom(atom.kind(), atom.text().substring(0, end)));
            }
            end = Math.max(end, words.get(i).end());
        }
        return Stream.of(atom);
    }

    /// Where words begin and end does not depend on the language.
    private static int cost(Atom atom, List<List<Word>> read, int i) {
        if (atom.kind() == Atom.Kind.PHRASE || atom.kind() == Atom.Kind.PREFIX) {
            return FIELDS;
        }
        int cost = 0;
        for (List<Word> words : read) {
            Word word = words.get(i);
            cost += FIELDS * (1 + word.lemmas().size() + word.stemsToAsk().size());
        }
        return cost;
    }
}
