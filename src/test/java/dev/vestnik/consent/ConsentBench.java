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
import dev.vestnik.edge.Ids;
import dev.vestnik.ledger.LedgerEvent;
import dev.vestnik.testing.CleanSlate;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Measures consents as `LedgerBench` measures the ledger, and asserts nothing of a duration. Not
/// run with the tests; by hand, with any number of events:
///
///     ./mvnw test-compile surefire:test@default-test -Dtest=ConsentBench -Dvestnik.test.on-disk=true \
///         -Dvestnik.bench.events=1000000 -Dtest.jvm.arguments=-Xmx256m
///
/// On PostgreSQL `surefire:test@on-postgresql`.
@QuarkusTest
class ConsentBench {

    private static final int EVENTS = Integer.getInteger("vestnik.bench.events", 1_000_000);
    private static final int FEW = 1000;
    private static final int MEASURED = 1000;
    private static final int WARMING_UP = 4000;
    private static final int PAGES = 200;
    private static final int IN_ONE_TRANSACTION = 50;
    private static final List<String> FILTERS =
            List.of("", "state=GIVEN", "purpose=analytics&decision=DENIED", "locale=kk");

    @Inject ConsentLog log;

    private final Random random = new Random(7);
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
        started = System.nanoTime();
        assertEquals(Optional.empty(), verified());
        say(
                "verified with decisions and records: %d a second; at most %d MiB of heap allowed, %d MiB"
                        + " live",
                rate((int) events, started),
                Runtime.getRuntime().maxMemory() >> 20,
                liveMebibytes());
    }

    private static void begin() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
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
        String textHash = textHash();
        UUID[] known = new UUID[events];
        int records = 0;
        for (int done = 0; done < events; done += IN_ONE_TRANSACTION) {
            int portion = Math.min(IN_ONE_TRANSACTION, events - done);
            int before = records;
            records =
                    QuarkusTransaction.requiringNew()
                            .call(() -> fill(portion, known, before, textHash));
            TestClock.advance(Duration.ofSeconds(10));
        }
    }

    private int fill(int events, UUID[] known, int before, String textHash) {
        int records = before;
        for (int n = 0; n < events; n++) {
            Map<String, Decision> decisions = decisions(random.nextInt(3));
            var answer =
                    new EventContent.Answer(
                            "cookies",
                            1,
                            List.of("ru", "kk", "en").get(random.nextInt(3)),
                            textHash,
                            ConsentMethod.SAVE_CHOICES,
                            false,
                            false);
            var circumstances = ConsentJson.object().put("address", "203.0.113.0");
            if (records == 0 || random.nextInt(5) < 2) {
                UUID id = Ids.next();
                log.begin(id, "token-" + id, answer, "P6M", decisions, circumstances);
                known[records++] = id;
            } else {
                ConsentRecord kept =
                        ConsentRecord.locked(known[random.nextInt(records)]).orElseThrow();
                log.answer(kept, answer, "P6M", decisions, circumstances);
            }
        }
        return records;
    }

    private static Map<String, Decision> decisions(int which) {
        Map<String, Decision> decisions = new HashMap<>();
        List.of(ALL, NONE, SOME)
                .get(which)
                .forEach((purpose, decision) -> decisions.put(purpose, Decision.valueOf(decision)));
        return decisions;
    }

    private static String textHash() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Edition.of("cookies", 1).orElseThrow().texts().get(0).sha256);
    }
}
