package dev.vestnik.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the index answered.
record Hits(
        long total,
        List<Hit> hits,
        @Nullable Map<String, Long> tags,
        @Nullable Map<Integer, Long> years,
        @Nullable Map<String, Long> locales) {

    /// One document.
    ///
    /// @param text empty where it was not asked for
    record Hit(float score, String stored, String text) {}
}
