package dev.vestnik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2025-12-10T06:00:00Z, ru, 10 декабря 2025",
        "2025-12-10T06:00:00Z, kk, 2025 ж. 10 желтоқсан",
        "2025-12-10T06:00:00Z, en, 10 December 2025",
        "2025-12-10T06:00:00Z, ru-KZ, 10 декабря 2025",
        "2025-12-10T06:00:00Z, kk-KZ, 2025 ж. 10 желтоқсан",
        "2025-12-10T06:00:00Z, en-US, 10 December 2025",
        "2025-05-01T06:00:00Z, ru, 1 мая 2025",
        "2025-12-10T06:00:00Z, de, 10. Dezember 2025",
        "2025-12-10T06:00:00Z, zh, 2025年12月10日",
        "2025-12-10T06:00:00Z, tr, 10 Aralık 2025"
    })
    void writes_a_day_as_its_readers_do(Instant at, String locale, String written) {
        assertEquals(written, DisplayDates.of(at, ZoneId.of("Asia/Almaty"), locale));
    }

    @ParameterizedTest
    @CsvSource({"UTC, 9 декабря 2025", "Asia/Almaty, 10 декабря 2025", "+05:30, 10 декабря 2025"})
    void takes_the_day_from_the_zone(String zone, String written) {
        assertEquals(
                written,
                DisplayDates.of(Instant.parse("2025-12-09T20:00:00Z"), ZoneId.of(zone), "ru"));
    }

    @Test
    void writes_an_unknown_language_in_english_whatever_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            ULocale.setDefault(ULocale.GERMANY);
            Instant at = Instant.parse("2025-12-10T06:00:00Z");
            assertEquals("10 December 2025", DisplayDates.of(at, ZoneId.of("UTC"), "xx"));
            assertEquals("10 декабря 2025", DisplayDates.of(at, ZoneId.of("UTC"), "ru"));
        } finally {
            Locale.setDefault(before);
            ULocale.setDefault(ULocale.forLocale(before));
        }
    }
}
