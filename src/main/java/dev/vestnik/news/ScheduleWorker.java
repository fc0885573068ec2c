package dev.vestnik.news;

import dev.vestnik.edge.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Carries out what is due, every second, on each node; what fell due while none was running is
/// caught up with. Each item is a transaction of its own, so that one that fails holds up no other.
@Singleton
class ScheduleWorker {

    private static final Logger LOG = Logger.getLogger(ScheduleWorker.class);
    private static final Duration REST = Duration.ofSeconds(30);

    private final DueItems due;
    private final InstantSource time;
    private final Counter failures;
    private final Map<UUID, Instant> resting = new HashMap<>();
    private volatile boolean stopped;

    ScheduleWorker(DueItems due, MeterRegistry metrics, InstantSource time) {
        this.due = due;
        this.time = time;
        this.failures =
                Counter.builder("vestnik.schedule.failures")
                        .description("Attempts to carry out what was due that failed")
                        .register(metrics);
    }

    @Scheduled(
            every = "{vestnik.news.schedule-every}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void carryOut() {
        if (stopped) {
            return;
        }
        Instant now = time.instant();
        resting.values().removeIf(until -> !until.isAfter(now));
        List<UUID> items;
        do {
            items = due.at(now, List.copyOf(resting.keySet()));
            items.stream().takeWhile(item -> !stopped).forEach(this::carryOut);
        } while (!stopped && items.size() == DueItems.AT_ONCE);
    }

    /// Lets the item at hand be finished before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop) {
        stopped = true;
        synchronized (this) {
            LOG.debug("No more is carried out");
        }
    }

    private void carryOut(UUID item) {
        try {
            due.carryOut(item);
        } catch (Problem busy) {
            LOG.debugf("The news item %s waits for its turn: %s", item, busy.getMessage());
        } catch (RuntimeException e) {
            failures.increment();
            resting.put(item, time.instant().plus(REST));
            LOG.errorf(e, "What is planned for the news item %s could not be carried out", item);
        }
    }
}
