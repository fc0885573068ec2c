package dev.vestnik.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing that was measured.
///
/// @param name stable, for programs
/// @param what for readers
/// @param unit empty where there is none
/// @param yardstick what it was measured beside; null where beside nothing
/// @param wanted of the ratio where there is a yardstick, else of the figure; null where nothing
///   was promised
record Figure(
        String name,
        String what,
        double value,
        String unit,
        @Nullable Yardstick yardstick,
        @Nullable Wanted wanted) {

    /// Something that was measured in the same run.
    ///
    /// @param value in the figure's unit
    record Yardstick(String what, double value) {}

    /// The figure in yardsticks; NaN where there is none.
    double ratio() {
        return yardstick == null ? Double.NaN : value / yardstick.value();
    }

    /// What was wanted is held against it.
    double judged() {
        return yardstick == null ? value : ratio();
    }

    boolean isMissed() {
        return wanted != null && !wanted.isMetBy(judged());
    }

    /// The row of a table in Markdown.
    String row() {
        return "| "
                + String.join(
                        " | ",
                        what,
                        withUnit(value),
                        yardstick == null
                                ? ""
                                : yardstick.what() + ": " + number(yardstick.value()),
                        yardstick == null ? "" : String.format(Locale.ROOT, "%.2f", ratio()),
                        wanted == null ? "" : wanted.written() + (isMissed() ? ", missed" : ""))
                + " |";
    }

    private String withUnit(double number) {
        return number(number) + (unit.isEmpty() ? "" : " " + unit);
    }

    static String number(double number) {
        return number >= 100 || number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }
}
