package dev.vestnik.edge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Whether a client has an answer already (RFC 9110 section 13).
final class Conditions {

    private Conditions() {}

    /// Section 13.2.2: `If-Modified-Since` counts only without `If-None-Match`.
    ///
    /// @param ifNoneMatch as the client sent it; null where it did not
    /// @param ifModifiedSince the same
    /// @param modified when the answer last changed; null where that cannot be said
    static boolean notModified(
            @Nullable String ifNoneMatch,
            @Nullable String ifModifiedSince,
            String etag,
            @Nullable Instant modified) {
        if (ifNoneMatch != null) {
            return ifNoneMatch.equals(etag) || Etags.noneMatchNames(ifNoneMatch, etag);
        }
        if (ifModifiedSince == null || modified == null) {
            return false;
        }
        try {
            Instant seen =
                    ZonedDateTime.parse(ifModifiedSince, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(seen);
        } catch (DateTimeParseException e) {
            return false; // section 13.1.3: an invalid date is ignored
        }
    }

    static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(time.atZone(ZoneOffset.UTC))
                .replaceFirst(", (\\d) ", ", 0$1 ");
    }
}
