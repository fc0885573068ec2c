package dev.vestnik.search;

/// The smallest part of a query: words that must all be there, words in a row, or the beginning of
/// a word.
record Atom(Kind kind, String text) {

    enum Kind {
        WORDS,
        PHRASE,
        PREFIX
    }
}
