package dev.vestnik.edge;

import static dev.vestnik.edge.ReadyAnswers.NEWS;
import static dev.vestnik.edge.ReadyAnswers.status;
import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reads that many ask for at once: one works for all, and when they have their answers, nothing of
/// them stays in memory.
@QuarkusTest
class AnsweredReadsTest {

    private static final int CLIENTS = 50;
    private static final int ROUNDS = 6;

    /// What is like an item the search says, of whose changes the response cache hears nothing.
    private static final String NEVER_KEPT = NEWS + "?limit=100&include=body,related";

    @Inject ResponseCache cache;

    @BeforeEach
    void fill() {
        for (int n = 0; n < 20; n++) {
            aNewsItem().exists();
        }
    }

    @Test
    void those_who_wait_have_the_same_answer_though_it_is_not_kept() {
        List<String> statuses = askedAtOnce(NEVER_KEPT);

        assertThat(statuses, hasItem("vestnik; fwd=miss; collapsed"));
        assertThat(status(NEVER_KEPT), equalTo("vestnik; fwd=miss"));
    }

    @Test
    void an_idle_program_holds_nothing_of_what_it_answered() throws Exception {
        askedAtOnce(NEVER_KEPT);
        askedAtOnce(NEWS);
        askedAtOnce(NEWS + "/" + aNewsItem().exists());

        for (Class<?> held : List.of(Rendered.class, Flight.class)) {
            // A thread that the program has too many of ends after half a minute.
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (live(held) > 0 && System.nanoTime() < patience) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
            assertThat(held.getSimpleName(), live(held), equalTo(0L));
        }
    }

    private List<String> askedAtOnce(String path) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<String> statuses = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            cache.forgetAll();
            List<CompletableFuture<String>> asked =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(
                                    n -> CompletableFuture.supplyAsync(() -> status(path), clients))
                            .toList();
            asked.forEach(one -> statuses.add(one.join()));
        }
        clients.shutdown();
        return statuses;
    }

    /// How many of a class the collector cannot free.
    private static long live(Class<?> type) throws Exception {
        String histogram =
                (String)
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        "gcClassHistogram",
                                        new Object[] {null},
                                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(cells -> cells.length > 3 && cells[3].equals(type.getName()))
                .mapToLong(cells -> Long.parseLong(cells[1]))
                .sum();
    }
}
