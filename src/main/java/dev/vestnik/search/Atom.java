package dev.vestnik.search;

/// The smallest part of a query: words that must all be there, words in a row, the beginning of a
/// word, or words that mean the same as what was typed.
record Atom(Kind kind, String text) {

    enum Kind {
        WORDS,
        PHRASE,
        PREFIX,
        SYNONYM
    }
}
