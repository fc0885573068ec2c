package dev.vestnik.text;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Days in words as readers of a language write them: `10 декабря 2025`. The words are ICU's, so
/// they are the same on every Java; which day it is, the zone says.
public final class DisplayDates {

    private static final Map<String, String> PATTERNS =
            Map.of("ru", "d MMMM y", "kk", "y 'ж'. d MMMM", "en", "d MMMM y");

    private static final Set<ULocale> KNOWN = Set.of(DateFormat.getAvailableULocales());

    /// Never used themselves, as they are not thread-safe: each use takes a copy.
    private static final Map<ULocale, DateFormat> FORMATS = new ConcurrentHashMap<>();

    /// Lists show the same days over and over; to write one, ICU's formatter is copied.
    private static final LoadingCache<Day, String> WRITTEN =
            Caffeine.newBuilder().maximumSize(20_000).build(DisplayDates::write);

    private record Day(LocalDate date, String locale) {}

    private DisplayDates() {}

    /// The day an instant falls on in a zone, in a language given by its tag; in English if ICU
    /// doesn't know it.
    public static String of(Instant at, ZoneId zone, String locale) {
        return WRITTEN.get(new Day(at.atZone(zone).toLocalDate(), locale));
    }

    private static String write(Day day) {
        Instant noon = day.date().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        String locale = day.locale();
        ULocale known = Languages.nearest(locale, KNOWN, ULocale.ENGLISH);
        DateFormat format = FORMATS.get(known);
        if (format == null) {
            format = FORMATS.computeIfAbsent(known, DisplayDates::format);
        }
        return ((DateFormat) format.clone()).format(Date.from(noon));
    }

    private static DateFormat format(ULocale locale) {
        String pattern = PATTERNS.get(locale.getLanguage());
        DateFormat format =
                pattern == null
                        ? DateFormat.getDateInstance(DateFormat.LONG, locale)
                        : new SimpleDateFormat(pattern, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }
}
