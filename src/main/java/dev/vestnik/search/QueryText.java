package dev.vestnik.search;

import dev.vestnik.search.Atom.Kind;
import java.util.ArrayList;
import java.util.List;

/// A query as it was typed, taken apart: all clauses are wanted, of each any alternative; what is
/// excluded must not be there. Every text is a query; signs that make no sense are passed over.
///
/// `|` binds its neighbours closer than the space does: `сайгак степь|пустыня` wants сайгак, and
/// one of the others.
record QueryText(List<List<Atom>> clauses, List<Atom> excluded) {

    /// What stands after as many letters is not looked at.
    static final int LONGEST = 10_000;

    private static final int MOST_ATOMS = 40;
    private static final int SHORTEST_PREFIX = 2;
    private static final String OPENING = "\"«“„";
    private static final String CLOSING = "\"»”“";

    static QueryText of(String typed) {
        return new Reading(typed.substring(0, Math.min(typed.length(), LONGEST))).all();
    }

    /// Whether it has nothing but words.
    static boolean isPlain(String typed) {
        return typed.codePoints()
                        .allMatch(letter ->
                                Character.isLetterOrDigit(letter)
                                        || " -'.,;[]`".indexOf(letter) >= 0)
                && !typed.startsWith("-")
                && !typed.contains(" -");
    }

    private static final class Reading {

        private final String typed;
        private final List<List<Atom>> clauses = new ArrayList<>();
        private final List<Atom> excluded = new ArrayList<>();
        private int at;
        private int atoms;
        private boolean negative;
        private boolean alternative;

        Reading(String typed) {
            this.typed = typed;
        }

        QueryText all() {
            while (at < typed.length() && atoms < MOST_ATOMS) {
                char sign = typed.charAt(at);
                if (Character.isWhitespace(sign)) {
                    at++;
                    negative = false;
                } else if (sign == '|') {
                    at++;
                    alternative = true;
                } else if (sign == '-') {
                    at++;
                    negative = true;
                } else if (OPENING.indexOf(sign) >= 0) {
                    quoted();
                } else {
                    word();
                }
            }
            return new QueryText(clauses, excluded);
        }

        /// A quote that is never closed is passed over.
        private void quoted() {
            int end = at + 1;
            while (end < typed.length() && CLOSING.indexOf(typed.charAt(end)) < 0) {
                end++;
            }
            if (end == typed.length()) {
                at++;
            } else {
                add(new Atom(Kind.PHRASE, typed.substring(at + 1, end)));
                at = end + 1;
            }
        }

        private void word() {
            int end = at;
            while (end < typed.length() && !isEnd(typed.charAt(end))) {
                end++;
            }
            String word = typed.substring(at, end);
            at = end;
            int stars = word.length();
            while (stars > 0 && word.charAt(stars - 1) == '*') {
                stars--;
            }
            String stem = word.substring(0, stars);
            boolean prefix = stars < word.length() && stem.length() >= SHORTEST_PREFIX;
            add(new Atom(prefix ? Kind.PREFIX : Kind.WORDS, stem));
        }

        private static boolean isEnd(char sign) {
            return Character.isWhitespace(sign) || sign == '|' || OPENING.indexOf(sign) >= 0;
        }

        private void add(Atom atom) {
            if (atom.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
                atoms++;
                if (negative) {
                    excluded.add(atom);
                } else if (alternative && !clauses.isEmpty()) {
                    clauses.get(clauses.size() - 1).add(atom);
                } else {
                    clauses.add(new ArrayList<>(List.of(atom)));
                }
                alternative = false;
            }
            negative = false;
        }
    }
}
