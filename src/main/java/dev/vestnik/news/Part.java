package dev.vestnik.news;

import java.util.Locale;

/// The parts of an item that can be asked for with `include`.
enum Part {
    BODY,
    BLOCKS,
    RELATED,
    TRANSLATIONS,
    NEIGHBOURS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
