package dev.vestnik.edge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the values of query parameters; what cannot be read is 400 and names the parameter and
/// what is allowed.
public final class Parameters {

    private static final int MOST_VALUES = 100;

    private Parameters() {}

    /// A moment (RFC 3339), or a day in the zone, of which it is the first moment.
    public static @Nullable Instant from(String name, @Nullable String value, ZoneId zone) {
        return value == null ? null : time(name, value, zone, 0);
    }

    /// A moment (RFC 3339), or a day in the zone, of which it is the last moment.
    public static @Nullable Instant to(String name, @Nullable String value, ZoneId zone) {
        return value == null ? null : time(name, value, zone, 1);
    }

    private static Instant time(String name, String value, ZoneId zone, int daysOn) {
        try {
            if (value.length() == 10) {
                Instant start =
                        LocalDate.parse(value).plusDays(daysOn).atStartOfDay(zone).toInstant();
                return inRange(daysOn == 0 ? start : start.minus(1, ChronoUnit.MICROS));
            }
            return inRange(OffsetDateTime.parse(value.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw Problem.parameter(
                    name,
                    "INVALID_TIME",
                    "must be a day such as 2025-12-10, or a time such as 2025-12-10T09:30:00Z");
        }
    }

    private static Instant inRange(Instant time) {
        if (time.isBefore(Instant.parse("1000-01-01T00:00:00Z"))
                || time.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
            throw new DateTimeException("out of range");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /// Ids separated by commas; at most 100.
    public static List<UUID> ids(String name, String value) {
        return values(name, value).stream().map(id -> id(name, id)).toList();
    }

    private static UUID id(String name, String value) {
        if (!Ids.isId(value)) {
            throw Problem.parameter(name, "INVALID_ID", "must be UUIDs, separated by commas");
        }
        return UUID.fromString(value);
    }

    /// Values separated by commas, none of them blank; at most 100.
    public static Set<String> values(String name, String value) {
        Set<String> values =
                Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (values.contains("")) {
            throw Problem.parameter(name, "BLANK", "must not have an empty value");
        }
        if (values.size() > MOST_VALUES) {
            throw Problem.parameter(
                    name, "TOO_MANY", "may have at most " + MOST_VALUES + " values");
        }
        return values;
    }

    /// Constants separated by commas.
    public static <E extends Enum<E>> Set<E> constants(String name, String value, Class<E> type) {
        Set<E> constants = new LinkedHashSet<>();
        for (String given : values(name, value)) {
            constants.add(
                    Arrays.stream(type.getEnumConstants())
                            .filter(constant -> constant.toString().equals(given))
                            .findFirst()
                            .orElseThrow(() ->
                                    Problem.parameter(
                                            name,
                                            "UNKNOWN_VALUE",
                                            "must be of "
                                                    + Arrays.stream(type.getEnumConstants())
                                                            .map(Enum::toString)
                                                            .collect(Collectors.joining(", ")))));
        }
        return constants;
    }
}
