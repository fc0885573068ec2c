package dev.vestnik.search;

import java.util.Locale;

/// What the hits can be counted by.
enum Facet {
    TAG,
    YEAR,
    LOCALE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
