package dev.vestnik.ledger;

import static dev.vestnik.testing.Measuring.latencies;
import static dev.vestnik.testing.Measuring.liveMebibytes;
import static dev.vestnik.testing.Measuring.mean;
import static dev.vestnik.testing.Measuring.microseconds;
import static dev.vestnik.testing.Measuring.rate;
import static dev.vestnik.testing.Measuring.ratio;
import static dev.vestnik.testing.Measuring.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Ids;
import dev.vestnik.testing.CleanSlate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Measures, and asserts nothing of a duration. Not run with the tests; by hand, with any number of
/// events, and a heap as small as is wanted:
///
///     ./mvnw test-compile surefire:test@default-test -Dtest=LedgerBench -Dvestnik.test.on-disk=true \
///         -Dvestnik.bench.events=1000000 -Dtest.jvm.arguments=-Xmx256m
///
/// On PostgreSQL `surefire:test@on-postgresql`.
@QuarkusTest
class LedgerBench {

    private static final int EVENTS = Integer.getInteger("vestnik.bench.events", 1_000_000);
    private static final int FEW = 1000;
    private static final int MEASURED = 4000;
    private static final int WARMING_UP = 20_000;
    private static final int IN_ONE_TRANSACTION = 50;

    @Inject Ledger ledger;
    @Inject Evidence evidence;
    @Inject SealWorker worker;
    @Inject Proofs proofs;
    @Inject Verification verification;
    @Inject InstantSource time;

    private final Random random = new Random(7);
    private final UUID[] chains = new UUID[EVENTS];
    private int known;

    @Test
    void measure() {
        fill(FEW);
        latencies(WARMING_UP, this::give);
        CleanSlate.emptyTables();
        known = 0;

        fill(FEW);
        long[] few = latencies(MEASURED, this::give);
        say("append with evidence, %d events there: %s", FEW, microseconds(few));
        long started = System.nanoTime();
        int missing = EVENTS - FEW - MEASURED;
        fill(missing);
        say("filled with %d more: %d a second", missing, rate(missing, started));
        long[] many = latencies(MEASURED, this::give);
        say("append with evidence, %d events there: %s", EVENTS, microseconds(many));
        say("ratio of medians %.2f, of means %.2f", ratio(few, many), mean(many) / mean(few));

        started = System.nanoTime();
        worker.seal();
        say("sealed: %d a second", rate(EVENTS + MEASURED, started));
        say("proof: %s", microseconds(latencies(1000, this::prove)));

        started = System.nanoTime();
        VerificationProgress progress = new VerificationProgress(time);
        progress.begins();
        Optional<Flaw> flaw = verification.check(progress);
        say("verified: %d a second", rate(EVENTS + MEASURED, started));
        say(
                "heap: at most %d MiB allowed, at most %d MiB live after a collection",
                Runtime.getRuntime().maxMemory() >> 20, liveMebibytes());
        assertEquals(Optional.empty(), flaw);
        assertEquals(EVENTS + MEASURED, progress.view().processed());
    }

    /// What giving consent costs the ledger: evidence and an event, in a transaction of its own;
    /// every other one goes to a chain that is there.
    private void give(int n) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    boolean fresh = n % 2 == 0;
                    UUID chain = fresh ? Ids.next() : chains[random.nextInt(known)];
                    ObjectNode circumstances = JsonNodeFactory.instance.objectNode();
                    circumstances.put("address", "203.0.113.0").put("agent", "Firefox");
                    String commitment = evidence.keep(chain, Ids.next(), circumstances);
                    ledger.append(
                            chain, "NOTED", time.instant(), content().put("evidence", commitment));
                });
    }

    private void prove(int n) {
        UUID chain = chains[random.nextInt(known)];
        assertTrue(
                QuarkusTransaction.requiringNew()
                        .call(() -> proofs.of(LedgerEvent.of(chain).get(0)))
                        .isPresent());
    }

    private void fill(int events) {
        for (int done = 0; done < events; done += IN_ONE_TRANSACTION) {
            int portion = Math.min(IN_ONE_TRANSACTION, events - done);
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        for (int n = 0; n < portion; n++) {
                            boolean fresh = known == 0 || random.nextInt(5) < 2;
                            UUID chain = fresh ? Ids.next() : chains[random.nextInt(known)];
                            if (fresh) {
                                chains[known++] = chain;
                            }
                            ledger.append(chain, "NOTED", time.instant(), content());
                        }
                    });
        }
    }

    private ObjectNode content() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("notice", "cookies").put("version", 3).put("locale", "ru");
        content.putObject("decisions")
                .put("statistics", random.nextBoolean() ? "GRANTED" : "DENIED")
                .put("marketing", "DENIED");
        return content;
    }
}
