package dev.vestnik.change;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who follows the change log looks at it again and again.
class RoundsTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final BlockingQueue<Long> begun = new LinkedBlockingQueue<>();
    private Rounds rounds;

    private void follow(Rounds.Round round) {
        rounds =
                new Rounds(
                        "rounds-of-a-test",
                        "A test's round fails",
                        Logger.getLogger(RoundsTest.class),
                        () -> {
                            begun.add(System.nanoTime());
                            return round.perform();
                        });
        rounds.beginAfter(Duration.ZERO);
    }

    @AfterEach
    void end() throws InterruptedException {
        rounds.end();
    }

    private long nextBegins() throws InterruptedException {
        Long at = begun.poll(10, TimeUnit.SECONDS);
        assertThat("another round", at != null);
        return at;
    }

    @Test
    void rests_after_each_round_as_long_as_that_says() throws Exception {
        List<Long> ended = new CopyOnWriteArrayList<>();
        follow(() -> {
            ended.add(System.nanoTime());
            return ended.size() == 1 ? Duration.ofMillis(60) : LONG;
        });

        nextBegins();
        long second = nextBegins();

        assertThat(
                Duration.ofNanos(second - ended.get(0)),
                greaterThanOrEqualTo(Duration.ofMillis(60)));
    }

    @Test
    void a_rest_of_any_length_ends_with_the_program() throws Exception {
        follow(() -> LONG);
        nextBegins();

        rounds.end();

        assertThat(begun, empty());
    }

    @Test
    void a_round_is_let_to_its_end_and_no_other_begins() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        follow(() -> {
            try {
                mayEnd.await();
                done.add("whole");
            } catch (InterruptedException e) {
                done.add("interrupted");
            }
            return Duration.ZERO;
        });
        nextBegins();

        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread ending =
                new Thread(() -> {
                    try {
                        rounds.end();
                        end.complete(null);
                    } catch (InterruptedException e) {
                        end.completeExceptionally(e);
                    }
                });
        ending.start();
        assertThrows(TimeoutException.class, () -> end.get(200, TimeUnit.MILLISECONDS));
        mayEnd.countDown();
        end.get(10, TimeUnit.SECONDS);

        assertThat(done, contains("whole"));
        assertThat(begun, empty());
    }

    @Test
    void what_failed_is_tried_again_after_a_second() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        follow(() -> {
            if (away.getAndSet(false)) {
                throw new IllegalStateException("The database is away");
            }
            return LONG;
        });

        long first = nextBegins();
        long second = nextBegins();
        rounds.end();

        assertThat(Duration.ofNanos(second - first), greaterThanOrEqualTo(Duration.ofSeconds(1)));
        assertThat(rounds.isFailing(), equalTo(false));
    }

    @Test
    void says_when_it_fails() throws Exception {
        follow(() -> {
            throw new IllegalStateException("The database is away");
        });
        nextBegins();
        nextBegins();

        assertThat(rounds.isFailing(), equalTo(true));
    }
}
