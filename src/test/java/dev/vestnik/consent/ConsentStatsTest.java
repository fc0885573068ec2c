package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answer;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.shown;
import static dev.vestnik.consent.Steps.withdraw;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConsentStatsTest {

    @BeforeEach
    void a_notice_asks() {
        TestClock.stopAt("2026-01-05T08:00:00Z");
        cookies();
    }

    private static ValidatableResponse stats(Map<String, ?> parameters) {
        return Logins.privacyOfficer().queryParams(parameters).get(CONSENTS + "/stats").then();
    }

    private static void times(int count, Runnable work) {
        for (int n = 0; n < count; n++) {
            work.run();
        }
    }

    @Test
    void counts_what_was_shown_and_what_came_of_it() {
        times(8, Steps::shown);
        times(6, () -> answered("REJECT_ALL", NONE));
        times(5, () -> answered("SAVE_CHOICES", SOME));
        times(6, () -> withdraw(accepted()));

        stats(Map.of())
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .body("from", equalTo("2025-12-06"))
                .body("to", equalTo("2026-01-05"))
                .body("items", hasSize(1))
                .body("items[0].day", equalTo("2026-01-05"))
                .body("items[0].counts.shown", equalTo(25))
                .body("items[0].counts.accepted", equalTo(6))
                .body("items[0].counts.refused", equalTo(6))
                .body("items[0].counts.custom", equalTo(5))
                .body("items[0].counts.acknowledged", equalTo(0))
                .body("items[0].counts.withdrawn", equalTo(6))
                .body("items[0].counts.suppressed", equalTo(false))
                .body("items[0].counts.rates.accepted", equalTo(0.24f))
                .body("total.shown", equalTo(25));
    }

    @Test
    void a_small_count_is_told_neither_alone_nor_by_a_total() {
        times(6, Steps::accepted);
        answered("REJECT_ALL", NONE);
        TestClock.stopAt("2026-01-06T08:00:00Z");
        times(5, () -> answered("REJECT_ALL", NONE));

        stats(Map.of("groupBy", "day"))
                .body("items.day", contains("2026-01-05", "2026-01-06"))
                .body("items.counts.refused", contains(nullValue(), equalTo(5)))
                .body("items.counts.suppressed", contains(true, false))
                .body("items[0].counts.rates.refused", nullValue())
                .body("total.accepted", equalTo(6))
                .body("total.refused", nullValue())
                .body("total.suppressed", equalTo(true));
    }

    @Test
    void counts_by_version_and_by_language() {
        times(5, Steps::accepted);
        Steps.published("cookies", Steps.version("OPT_IN", "MINOR"));
        times(7, () -> answer(shown("cookies", "kk"), "ACCEPT_ALL", ALL).then().statusCode(201));

        stats(Map.of("groupBy", "version"))
                .body("items.notice", contains("cookies", "cookies"))
                .body("items.version", contains(1, 2))
                .body("items.counts.accepted", contains(5, 7));
        stats(Map.of("groupBy", "locale"))
                .body("items.locale", contains("kk", "ru"))
                .body("items.counts.accepted", contains(7, 5));
    }

    @Test
    void counts_the_days_and_the_notice_that_are_asked() {
        times(5, Steps::accepted);

        stats(Map.of("from", "2026-01-06")).statusCode(400);
        stats(Map.of("to", "2026-01-04")).body("items", empty()).body("total.shown", equalTo(0));
        stats(Map.of("from", "2026-01-05", "to", "2026-01-05", "notice", "cookies"))
                .body("total.accepted", equalTo(5));
        stats(Map.of("notice", "newsletter")).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"groupBy, person", "from, yesterday", "from, 2020-01-01", "to, 2025-13-01"})
    void a_value_that_cannot_be_names_its_parameter(String name, String value) {
        stats(Map.of(name, value)).statusCode(400).body("errors.parameter", contains(name));
    }
}
