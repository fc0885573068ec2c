package dev.vestnik.search;

import java.util.List;

/// A query as it is run: as typed, or as it was perhaps meant.
///
/// @param forgiving whether a letter may be wrong
record Attempt(String text, QueryText query, List<Reading> readings, boolean forgiving) {

    Attempt forgiven() {
        return new Attempt(text, query, readings, true);
    }

    SoughtWords sought() {
        return new SoughtWords(query, readings, forgiving);
    }
}
