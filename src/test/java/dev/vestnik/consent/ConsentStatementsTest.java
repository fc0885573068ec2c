package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.CONSENTS;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.QueryPlan;
import dev.vestnik.testing.SqlRecorder;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the privacy officer's list costs where there are many consents.
@QuarkusTest
class ConsentStatementsTest {

    private static final int CONSENTS_IN_ALL = 10_000;
    private static final int PAGE = 20;

    /// The places of a list in the middle of a walk: rows before it that fulfil the filter.
    private static final int PAGE_50 = 49 * PAGE;

    @Inject DataSource database;

    /// A filter with the values of its statement.
    ///
    /// @param every one of so many fulfils it
    private record Filter(
            Map<String, ?> parameters,
            List<?> values,
            List<?> least,
            List<?> most,
            int every,
            boolean byExpiry) {

        Filter(Map<String, ?> parameters, List<?> values, int every) {
            this(parameters, values, List.of(), List.of(), every, false);
        }

        String page(String cursor) {
            return statements(parameters, cursor).stream()
                    .filter(sql ->
                            sql.contains("from consent_record")
                                    || sql.contains("from consent_decision"))
                    .findFirst()
                    .orElseThrow();
        }

        String cursor() {
            return request(parameters, null).get(CONSENTS).path("page.next");
        }

        List<Object> valuesOfPage50() {
            int place = CONSENTS_IN_ALL - 1 - PAGE_50 * every;
            Object at = byExpiry ? ManyConsents.expiresAt(place) : ManyConsents.givenAt(place);
            return Stream.of(values, least, List.of(at, at, ManyConsents.id(place), PAGE + 1))
                    .<Object>flatMap(List::stream)
                    .toList();
        }

        List<Object> valuesOfPage1() {
            return Stream.of(values, least, most, List.of(PAGE + 1))
                    .<Object>flatMap(List::stream)
                    .toList();
        }
    }

    private static io.restassured.specification.RequestSpecification request(
            Map<String, ?> parameters, String cursor) {
        var request = Logins.privacyOfficer().queryParams(parameters);
        return cursor == null ? request : request.queryParam("cursor", cursor);
    }

    private static List<String> statements(Map<String, ?> parameters, String cursor) {
        var request = request(parameters, cursor);
        return SqlRecorder.during(() -> request.get(CONSENTS).then().statusCode(200));
    }

    private static List<Filter> filters() {
        Object now = ManyConsents.FIRST.plusDays(30);
        Object last = ManyConsents.givenAt(CONSENTS_IN_ALL);
        Object end = ManyConsents.expiresAt(CONSENTS_IN_ALL);
        return List.of(
                new Filter(Map.of(), List.of(), 1),
                new Filter(Map.of("state", "GIVEN"), List.of("GIVEN", now), 4),
                new Filter(Map.of("state", "WITHDRAWN"), List.of("WITHDRAWN"), 4),
                new Filter(Map.of("state", "EXPIRED"), List.of("EXPIRED"), 4),
                new Filter(Map.of("purpose", "analytics"), List.of("analytics"), 1),
                new Filter(
                        Map.of("purpose", "marketing", "decision", "DENIED"),
                        List.of("marketing", "DENIED"),
                        1),
                new Filter(Map.of("decision", "GRANTED"), List.of("GRANTED"), 1),
                new Filter(Map.of("notice", "cookies"), List.of("cookies"), 1),
                new Filter(Map.of("version", 1), List.of(1), 1),
                new Filter(Map.of("notice", "cookies", "version", 1), List.of("cookies", 1), 1),
                new Filter(Map.of("locale", "kk"), List.of("kk"), 2),
                new Filter(Map.of("method", "ACCEPT_ALL"), List.of("ACCEPT_ALL"), 2),
                new Filter(
                        Map.of("from", "2026-01-01", "to", last.toString()),
                        List.of(),
                        List.of(ManyConsents.FIRST.minusDays(1)),
                        List.of(last),
                        1,
                        false),
                new Filter(
                        Map.of("expiresBefore", end.toString()),
                        List.of(),
                        List.of(),
                        List.of(end),
                        1,
                        true));
    }

    @BeforeEach
    void many_consents() throws Exception {
        Steps.cookies();
        ManyConsents.exist(CONSENTS_IN_ALL);
        TestClock.stopAt("2026-01-31T08:00:00Z");
    }

    @Test
    void each_filter_walks_along_an_index() {
        for (Filter filter : filters()) {
            QueryPlan plan = QueryPlan.of(database, filter.page(null), filter.valuesOfPage1());

            assertThat(filter + "\n" + plan.text(), plan.whole(), is(false));
            assertThat(filter + "\n" + plan.text(), plan.sorted(), is(true));
            assertThat(filter + "\n" + plan.text(), plan.rows(), lessThanOrEqualTo(6L * PAGE));
        }
    }

    @Test
    void page_50_costs_what_page_1_costs() {
        for (Filter filter : filters()) {
            QueryPlan first = QueryPlan.of(database, filter.page(null), filter.valuesOfPage1());
            QueryPlan deep =
                    QueryPlan.of(database, filter.page(filter.cursor()), filter.valuesOfPage50());

            assertThat(
                    filter + "\n" + deep.text(),
                    deep.rows(),
                    allOf(
                            lessThanOrEqualTo(first.rows() + (long) filter.every() * PAGE),
                            lessThanOrEqualTo(6L * PAGE)));
            assertThat(filter + "\n" + deep.text(), deep.whole(), is(false));
        }
    }

    @Test
    void nothing_is_counted_unless_asked() {
        assertThat(
                statements(Map.of("locale", "kk"), null).stream()
                        .filter(sql -> sql.contains("count("))
                        .toList(),
                empty());
        assertThat(
                statements(Map.of("locale", "kk", "total", true), null).stream()
                        .filter(sql -> sql.contains("count("))
                        .toList(),
                not(empty()));
    }
}
