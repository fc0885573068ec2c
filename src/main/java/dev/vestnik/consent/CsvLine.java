package dev.vestnik.consent;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes lines of CSV (RFC 4180) that a spreadsheet takes for text alone: what it would take for a
/// formula gets an apostrophe before it.
final class CsvLine {

    private static final String FORMULA = "=+-@\t\r\n";
    private static final String QUOTED = ",;\"\r\n\t'";

    private CsvLine() {}

    /// The line with its end; null is an empty cell.
    static String of(List<? extends @Nullable Object> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
