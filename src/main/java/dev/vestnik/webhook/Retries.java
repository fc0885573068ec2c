package dev.vestnik.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// When something is sent again.
final class Retries {

    /// After that long without success it is given up, or the webhook disabled.
    static final Duration PATIENCE = Duration.ofDays(3);

    /// How far a receiver may put off what is to be sent to it.
    static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(4),
                    Duration.ofHours(8));

    /// As a part of the pause, in each direction: what failed together does not come back together.
    private static final double JITTER = 0.2;

    private Retries() {}

    /// The pause after the first, second, … attempt in vain.
    static Duration pause(int tries) {
        Duration pause = PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
        double part = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * part));
    }

    /// What `Retry-After` (RFC 9110, section 10.2.3) asks for, within bounds; null where it asks
    /// for nothing that can be understood.
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        Duration asked;
        String value = header.strip();
        if (value.matches("\\d{1,9}")) {
            asked = Duration.ofSeconds(Long.parseLong(value));
        } else {
            try {
                Instant until =
                        ZonedDateTime.parse(
                                        value,
                                        DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(
                                                Locale.ROOT))
                                .toInstant();
                asked = Duration.between(now, until);
            } catch (DateTimeException e) {
                return null;
            }
        }
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }
}
