package dev.vestnik.consent;

import dev.vestnik.edge.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// How long an answer stands.
final class Validity {

    private static final String USUAL = "P6M";
    private static final long MOST_DAYS = 13 * 31;

    private Validity() {}

    /// What was sent, or the usual.
    ///
    /// @throws Problem 422 where it is no period, is none at all, or is longer than thirteen months
    static String of(@Nullable String given) {
        if (given == null) {
            return USUAL;
        }
        try {
            Period period = Period.parse(given);
            boolean forward =
                    !period.isNegative()
                            && !period.isZero()
                            && period.toTotalMonths() * 31 + period.getDays() <= MOST_DAYS;
            if (forward) {
                return period.toString();
            }
        } catch (DateTimeException | ArithmeticException e) {
            // told below
        }
        throw Problem.invalid(
                "/validity", "INVALID_VALIDITY", "must be a period such as P6M, at most P13M");
    }

    /// When an answer of some moment ends.
    static Instant end(String validity, Instant from) {
        return from.atZone(ZoneOffset.UTC).plus(Period.parse(validity)).toInstant();
    }
}
