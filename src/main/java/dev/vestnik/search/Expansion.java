package dev.vestnik.search;

import dev.vestnik.language.Word;
import dev.vestnik.search.Atom.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Puts synonyms beside the words of a query. Phrases, beginnings, and what must not be there are
/// left as they are.
final class Expansion {

    /// No entry has more words.
    private static final int LONGEST = 10;

    /// More would make a query slow.
    private static final int MOST_SYNONYMS = 40;

    private final List<Vocabulary> vocabularies;
    private int left = MOST_SYNONYMS;

    Expansion(List<Vocabulary> vocabularies) {
        this.vocabularies = vocabularies;
    }

    /// How many clauses of a query are together called otherwise, and how.
    private record Found(int clauses, Set<String> others) {}

    QueryText of(QueryText query) {
        List<List<Atom>> clauses = query.clauses();
        List<List<Atom>> expanded = new ArrayList<>();
        int at = 0;
        while (at < clauses.size()) {
            Found found = found(clauses.subList(at, clauses.size()));
            expanded.add(
                    found.clauses() > 1
                            ? together(clauses.subList(at, at + found.clauses()), found.others())
                            : each(clauses.get(at)));
            at += found.clauses();
        }
        return new QueryText(expanded, query.excluded());
    }

    /// The longest beginning of some clauses that is called otherwise; else the first alone.
    private Found found(List<List<Atom>> clauses) {
        Found longest = new Found(1, Set.of());
        for (Vocabulary vocabulary : vocabularies) {
            List<Word> typed = new ArrayList<>();
            for (int i = 0; i < clauses.size() && typed.size() < LONGEST; i++) {
                List<Atom> clause = clauses.get(i);
                if (clause.size() > 1 || clause.get(0).kind() != Kind.WORDS) {
                    break;
                }
                typed.addAll(vocabulary.words(clause.get(0).text()));
                Set<String> others = others(vocabulary, typed);
                if (i + 1 > longest.clauses() && !others.isEmpty()) {
                    longest = new Found(i + 1, others);
                }
            }
        }
        return longest;
    }

    private List<Atom> together(List<List<Atom>> clauses, Set<String> others) {
        List<Atom> all = new ArrayList<>();
        List<String> typed = clauses.stream().map(clause -> clause.get(0).text()).toList();
        all.add(new Atom(Kind.WORDS, String.join(" ", typed)));
        add(others, all);
        return all;
    }

    private List<Atom> each(List<Atom> clause) {
        List<Atom> all = new ArrayList<>(clause);
        for (Atom atom : clause) {
            if (atom.kind() == Kind.WORDS) {
                Set<String> others = new LinkedHashSet<>();
                vocabularies.forEach(vocabulary ->
                        others.addAll(others(vocabulary, vocabulary.words(atom.text()))));
                add(others, all);
            }
        }
        return all;
    }

    private static Set<String> others(Vocabulary vocabulary, List<Word> typed) {
        Set<String> others = new LinkedHashSet<>();
        if (!typed.isEmpty()) {
            vocabulary.others(typed).forEach(others::add);
        }
        return others;
    }

    private void add(Set<String> others, List<Atom> all) {
        for (String other : others) {
            if (left-- > 0) {
                all.add(new Atom(Kind.SYNONYM, other));
            }
        }
    }
}
