package dev.vestnik.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Ids;
import dev.vestnik.testing.CleanSlate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
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

        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        started = System.nanoTime();
        VerificationProgress progress = new VerificationProgress(time);
        progress.begins();
        Optional<Flaw> flaw = verification.check(progress);
        say("verified: %d a second", rate(EVENTS + MEASURED, started));
        say(
                "heap: at most %d MiB allowed, at most %d MiB live after a collection",
                Runtime.getRuntime().maxMemory() >> 20,
                heap().stream()
                                .filter(pool -> pool.getCollectionUsage() != null)
                                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                                .sum()
                        >> 20);
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

    private static long[] latencies(int count, IntConsumer work) {
        long[] took = new long[count];
        for (int n = 0; n < count; n++) {
            long began = System.nanoTime();
            work.accept(n);
            took[n] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took;
    }

    private static String microseconds(long[] took) {
        return "median %d µs, mean %.0f µs, 99%% within %d µs"
                .formatted(
                        took[took.length / 2] / 1000,
                        mean(took) / 1000,
                        took[took.length * 99 / 100] / 1000);
    }

    private static double ratio(long[] few, long[] many) {
        return (double) many[many.length / 2] / few[few.length / 2];
    }

    private static double mean(long[] took) {
        return Arrays.stream(took).average().orElseThrow();
    }

    private static long rate(int count, long began) {
        return count * 1_000_000_000L / (System.nanoTime() - began);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void say(String what, Object... values) {
        System.out.println("BENCH " + what.formatted(values));
    }
}
