package dev.vestnik.consent;

import static dev.vestnik.consent.Steps.ALL;
import static dev.vestnik.consent.Steps.CONSENTS;
import static dev.vestnik.consent.Steps.NONE;
import static dev.vestnik.consent.Steps.SOME;
import static dev.vestnik.consent.Steps.cookies;
import static dev.vestnik.ledger.LedgerSteps.seal;
import static dev.vestnik.ledger.LedgerSteps.verified;
import static dev.vestnik.testing.Measuring.latencies;
import static dev.vestnik.testing.Measuring.liveMebibytes;
import static dev.vestnik.testing.Measuring.mean;
import static dev.vestnik.testing.Measuring.microseconds;
import static dev.vestnik.testing.Measuring.rate;
import static dev.vestnik.testing.Measuring.ratio;
import static dev.vestnik.testing.Measuring.say;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.ledger.LedgerEvent;
import dev.vestnik.testing.CleanSlate;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Measures consents as `LedgerBench` measures the ledger, and asserts nothing of a duration. Not
/// run with the tests; by hand, with any number of events:
///
///     ./mvnw test-compile surefire:test@default-test -Dtest=ConsentBench -Dvestnik.test.on-disk=true \
///         -Dvestnik.bench.events=1000000 -Dtest.jvm.arguments=-Xmx4g
///
/// On PostgreSQL `surefire:test@on-postgresql`.
@QuarkusTest
class ConsentBench {

    private static final int EVENTS = Integer.getInteger("vestnik.bench.events", 1_000_000);
    private static final int FEW = 1000;
    private static final int MEASURED = 1000;
    private static final int WARMING_UP = 4000;
    private static final int PAGES = 200;
    private static final List<String> FILTERS =
            List.of("", "state=GIVEN", "purpose=analytics&decision=DENIED", "locale=kk");

    private Instant from = Instant.EPOCH;
    private Wire wire;
    private String token;

    @Test
    void measure() {
        begin();
        latencies(WARMING_UP, n -> accept());
        CleanSlate.emptyTables();

        begin();
        fill(FEW);
        long[] few = latencies(MEASURED, n -> accept());
        say("shown and accepted by HTTP, %d events there: %s", FEW, microseconds(few));
        long started = System.nanoTime();
        int missing = EVENTS - FEW - MEASURED;
        fill(missing);
        say("filled with %d more: %d a second", missing, rate(missing, started));
        long[] many = latencies(MEASURED, n -> accept());
        say("shown and accepted by HTTP, %d events there: %s", EVENTS, microseconds(many));
        say("ratio of medians %.2f, of means %.2f", ratio(few, many), mean(many) / mean(few));
        token = Logins.token("reading-officer", Role.PRIVACY);
        FILTERS.forEach(this::pages);

        started = System.nanoTime();
        seal();
        long events = QuarkusTransaction.requiringNew().call(() -> LedgerEvent.count());
        say("sealed: %d a second", rate((int) events, started));
        verify((int) events);
    }

    /// Verifies everything, and looks every two seconds at how much memory is in use that cannot be
    /// freed.
    private static void verify(int events) {
        long before = live();
        AtomicLong most = new AtomicLong();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleWithFixedDelay(
                () -> most.accumulateAndGet(live(), Math::max), 1, 2, TimeUnit.SECONDS);
        long started = System.nanoTime();
        assertEquals(Optional.empty(), verified());
        long perSecond = rate(events, started);
        watch.shutdownNow();
        say(
                "verified with decisions and records: %d a second; %d MiB live before, at most %d MiB"
                        + " meanwhile",
                perSecond, before, most.get());
    }

    private static long live() {
        System.gc();
        return liveMebibytes();
    }

    private void begin() {
        from = Instant.parse("2026-01-01T00:00:00Z");
        TestClock.stopAt(from.toString());
        cookies();
    }

    /// The officer's first pages, and pages at half the depth of the list.
    private void pages(String filter) {
        long[] first = latencies(PAGES, n -> page(filter, ""));
        String deep = QuarkusTransaction.requiringNew().call(ConsentBench::atHalf);
        long[] at = latencies(PAGES, n -> page(filter, deep));
        say(
                "the officer's page of [%s]: first %s; in the middle %s; ratio %.2f",
                filter, microseconds(first), microseconds(at), ratio(first, at));
    }

    /// What begins a page in the middle of the time.
    private static String atHalf() {
        List<Instant> half =
                ConsentRecord.getEntityManager()
                        .createQuery(
                                "select r.givenAt from ConsentRecord r order by r.givenAt",
                                Instant.class)
                        .setFirstResult(EVENTS / 5)
                        .setMaxResults(1)
                        .getResultList();
        return "&to=" + half.get(0);
    }

    private void page(String filter, String more) {
        sent("GET", CONSENTS + "?" + filter + more, token, null);
    }

    /// What a visitor's browser sends: it is shown the notice, and says yes.
    private void accept() {
        String shown =
                sent(
                                "POST",
                                "/api/v1/consent/impressions",
                                null,
                                Map.of("key", "cookies", "locale", "ru"))
                        .json()
                        .get("shownToken")
                        .asText();
        sent(
                "POST",
                CONSENTS,
                null,
                Map.of("shownToken", shown, "method", "ACCEPT_ALL", "decisions", ALL));
    }

    /// Not by REST Assured, which takes longer than what is measured.
    private Wire.Answer sent(String method, String path, String caller, Map<String, ?> content) {
        if (wire == null) {
            wire = new Wire(URI.create("http://127.0.0.1:" + RestAssured.port));
        }
        Wire.Answer answer = wire.send(method, path, caller, content);
        if (!answer.isDone()) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    /// Records of two and a half events each: given, and changed or withdrawn later.
    private void fill(int events) {
        List<Map<String, Decision>> answers =
                Stream.of(ALL, NONE, SOME).map(ConsentBench::decisions).toList();
        from = new ManyEvents(textHash(), answers, from).exist(events);
        TestClock.stopAt(from.toString());
    }

    private static Map<String, Decision> decisions(Map<String, String> spelled) {
        Map<String, Decision> decisions = new HashMap<>();
        spelled.forEach((purpose, decision) -> decisions.put(purpose, Decision.valueOf(decision)));
        return decisions;
    }

    private static String textHash() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Edition.of("cookies", 1).orElseThrow().texts().get(0).sha256);
    }
}
