package dev.vestnik.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// What a figure, or its ratio to a yardstick, is meant to be.
///
/// @param most whether the bound is the most that it may be; otherwise it is the least
record Wanted(boolean most, double bound) {

    static Wanted atLeast(double bound) {
        return new Wanted(false, bound);
    }

    static Wanted atMost(double bound) {
        return new Wanted(true, bound);
    }

    boolean isMetBy(double figure) {
        return most ? figure <= bound : figure >= bound;
    }

    /// As it stands in the table.
    String written() {
        String number =
                new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(bound);
        return (most ? "≤ " : "≥ ") + number;
    }
}
