package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.accepted;
import static dev.vestnik.consent.Steps.answer;
import static dev.vestnik.consent.Steps.answered;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.consent.Steps.erase;
import static dev.vestnik.consent.Steps.put;
import static dev.vestnik.consent.Steps.shown;
import static dev.vestnik.consent.Steps.withdraw;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.consent.Steps.Given;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the privacy officer finds consents.
@QuarkusTest
class ConsentListTest {

    @Inject DueConsents due;

    @BeforeEach
    void a_notice_asks() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        cookies();
    }

    private static ValidatableResponse list(String... filters) {
        var request = Logins.privacyOfficer();
        for (String filter : filters) {
            String[] parts = filter.split("=", 2);
            request.queryParam(parts[0], parts[1]);
        }
        return request.get(CONSENTS).then().statusCode(200);
    }

    /// An answer a minute after whatever was before it.
    private static String later(String method, Map<String, String> decisions) {
        TestClock.advance(Duration.ofMinutes(1));
        return answered(method, decisions).id();
    }

    @Test
    void lists_the_newest_first_without_a_trace_of_whose_they_are() {
        String older = later("ACCEPT_ALL", ALL);
        String newer = later("REJECT_ALL", NONE);

        String all =
                list().body("items.id", contains(newer, older))
                        .body("items.state", contains("REFUSED", "GIVEN"))
                        .body("items[1].effective.analytics", equalTo("GRANTED"))
                        .body("page.total", nullValue())
                        .header("Cache-Control", "private, no-store")
                        .extract()
                        .asString();

        for (String personal : List.of("subjectToken", "Hash\":\"\"", "127.0.0", "evidence")) {
            assertThat(all, not(containsString(personal)));
        }
    }

    @Test
    void counts_them_when_asked() {
        later("ACCEPT_ALL", ALL);
        later("REJECT_ALL", NONE);

        list("total=true", "limit=1").body("items", hasSize(1)).body("page.total", equalTo(2));
    }

    @Test
    void walks_forth_and_back_and_sees_each_once() {
        List<String> newestFirst = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            newestFirst.add(0, n % 2 == 0 ? later("ACCEPT_ALL", ALL) : accepted().id());
        }

        var first = list("limit=2").extract();
        var second = list("limit=2", "cursor=" + first.path("page.next")).extract();
        later("ACCEPT_ALL", ALL);
        var third = list("limit=2", "cursor=" + second.path("page.next")).extract();
        List<String> seen = new ArrayList<>(first.<List<String>>path("items.id"));
        seen.addAll(second.path("items.id"));
        seen.addAll(third.path("items.id"));

        assertThat(seen, equalTo(newestFirst));
        assertThat(third.path("page.next"), nullValue());
        list("limit=2", "cursor=" + third.path("page.prev"))
                .body("items.id", equalTo(second.path("items.id")));
    }

    @Test
    void finds_by_what_was_decided_last() {
        String all = later("ACCEPT_ALL", ALL);
        String none = later("REJECT_ALL", NONE);
        TestClock.advance(Duration.ofMinutes(1));
        Given narrowed = accepted();
        put(narrowed, 1, Map.of("method", "SAVE_CHOICES", "decisions", SOME)).statusCode(200);

        list("purpose=marketing", "decision=GRANTED").body("items.id", contains(all));
        list("purpose=marketing", "decision=DENIED")
                .body("items.id", contains(narrowed.id(), none));
        list("purpose=marketing").body("items.id", contains(narrowed.id(), none, all));
        list("decision=GRANTED", "total=true")
                .body("items.id", contains(narrowed.id(), all))
                .body("page.total", equalTo(2));
        list("decision=DENIED").body("items.id", contains(narrowed.id(), none));
        list("purpose=horoscopes").body("items", empty());
    }

    @Test
    void a_state_is_that_of_the_moment_of_reading() {
        String given = later("ACCEPT_ALL", ALL);
        String refused = later("REJECT_ALL", NONE);
        TestClock.advance(Duration.ofMinutes(1));
        Given withdrawn = accepted();
        withdraw(withdrawn);
        TestClock.advance(Duration.ofMinutes(1));
        Given erased = accepted();
        erase(erased);

        list("state=GIVEN").body("items.id", contains(given));
        list("state=WITHDRAWN").body("items.id", contains(withdrawn.id()));
        list("state=ERASED").body("items.id", contains(erased.id()));
        list("state=EXPIRED").body("items", empty());
        list("state=GIVEN,REFUSED", "total=true")
                .body("items.id", contains(refused, given))
                .body("page.total", equalTo(2));

        TestClock.stopAt("2026-07-02T08:00:00Z");
        list("state=GIVEN,REFUSED").body("items", empty());
        list("state=EXPIRED", "total=true")
                .body("items.id", contains(refused, given))
                .body("items.state", contains("EXPIRED", "EXPIRED"))
                .body("page.total", equalTo(2));
        String afresh = accepted().id();
        due.expireNext();
        String due = later("REJECT_ALL", NONE);
        TestClock.stopAt("2027-07-02T08:00:00Z");
        list("state=EXPIRED", "limit=3").body("items.id", contains(due, afresh, refused));
        list("state=EXPIRED").body("items.id", contains(due, afresh, refused, given));
    }

    @Test
    void several_states_are_walked_as_one_list() {
        List<String> newestFirst = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            newestFirst.add(0, n % 3 == 0 ? later("REJECT_ALL", NONE) : later("ACCEPT_ALL", ALL));
        }
        List<String> seen = new ArrayList<>();

        String cursor = null;
        do {
            var page =
                    (cursor == null
                                    ? list("state=REFUSED,GIVEN", "limit=2")
                                    : list("state=REFUSED,GIVEN", "limit=2", "cursor=" + cursor))
                            .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("page.next");
        } while (cursor != null);

        assertThat(seen, equalTo(newestFirst));
    }

    @Test
    void finds_by_notice_version_language_method_and_time() {
        String old = later("ACCEPT_ALL", ALL);
        Steps.published("cookies", Steps.version("OPT_IN", "MINOR"));
        TestClock.stopAt("2026-02-01T08:00:00Z");
        String kazakh =
                answer(shown("cookies", "kk"), "SAVE_CHOICES", SOME)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        list("notice=cookies").body("items.id", contains(kazakh, old));
        list("notice=newsletter").body("items", empty());
        list("notice=cookies", "version=1").body("items.id", contains(old));
        list("version=2").body("items.id", contains(kazakh));
        list("locale=kk").body("items.id", contains(kazakh));
        list("method=ACCEPT_ALL").body("items.id", contains(old));
        list("from=2026-01-02").body("items.id", contains(kazakh));
        list("to=2026-01-01").body("items.id", contains(old));
        list("purpose=analytics", "to=2026-01-01").body("items.id", contains(old));
        list("expiresBefore=2026-07-02").body("items.id", contains(old));
        list("expiresBefore=2026-09-01", "decision=GRANTED", "state=GIVEN")
                .body("items.id", contains(kazakh, old));
    }

    @Test
    void a_cursor_is_good_for_its_own_filters_alone() {
        later("ACCEPT_ALL", ALL);
        later("ACCEPT_ALL", ALL);
        String cursor = list("limit=1").extract().path("page.next");

        Logins.privacyOfficer()
                .queryParam("state", "GIVEN")
                .queryParam("cursor", cursor)
                .get(CONSENTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @ParameterizedTest
    @CsvSource({
        "state, LOST",
        "decision, MAYBE",
        "'decision', 'GRANTED,DENIED'",
        "method, SHOUTING",
        "version, one",
        "version, 0",
        "locale, xx",
        "from, yesterday",
        "expiresBefore, soon",
        "limit, 101"
    })
    void a_value_that_cannot_be_names_its_parameter(String name, String value) {
        Logins.privacyOfficer()
                .queryParam(name, value)
                .get(CONSENTS)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(name));
    }

    @ParameterizedTest
    @CsvSource({"subjectToken", "token", "userId"})
    void nobody_is_looked_for_in_a_url(String name) {
        Logins.privacyOfficer()
                .queryParam(name, "x")
                .get(CONSENTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_PARAMETER"));
    }
}
