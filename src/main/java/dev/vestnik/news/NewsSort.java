package dev.vestnik.news;

import dev.vestnik.edge.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The orders in which news can be listed; the id is the tiebreak of each.
enum NewsSort {
    NEWEST("-publishedAt", true),
    OLDEST("publishedAt", false),
    LAST_UPDATED("-updatedAt", true),
    TITLE("title", false);

    private final String parameter;
    private final boolean descending;

    NewsSort(String parameter, boolean descending) {
        this.parameter = parameter;
        this.descending = descending;
    }

    static NewsSort of(@Nullable String parameter, NewsSort otherwise) {
        if (parameter == null) {
            return otherwise;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() ->
                        Problem.parameter(
                                "sort",
                                "UNKNOWN_SORT",
                                "must be one of "
                                        + Arrays.stream(values())
                                                .map(sort -> sort.parameter)
                                                .collect(Collectors.joining(", "))));
    }

    boolean descending() {
        return descending;
    }

    boolean byDate() {
        return this == NEWEST || this == OLDEST;
    }

    /// The value of the sort's column in a row, for a cursor.
    String written(NewsRow row) {
        return switch (this) {
            case NEWEST, OLDEST -> row.sortedAt().toString();
            case LAST_UPDATED -> row.updatedAt().toString();
            case TITLE -> HexFormat.of().formatHex(row.titleKey());
        };
    }

    /// The same, read back.
    Object read(String value) {
        try {
            return this == TITLE ? HexFormat.of().parseHex(value) : Instant.parse(value);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalStateException("A signed cursor holds what was written", e);
        }
    }
}
