package dev.vestnik.webhook;

import dev.vestnik.edge.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Follows the change log for the webhooks and sends what is due, on each node. What is sent is
/// sent in threads of its own, as many as may at once, so that a slow receiver holds up nobody.
@Singleton
class WebhookWorker {

    private static final Logger LOG = Logger.getLogger(WebhookWorker.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Following following;
    private final DueDeliveries due;
    private final Sending sending;
    private final Outcomes outcomes;
    private final WebhookSettings settings;
    private final Counter failures;
    private final Semaphore free;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService senders;
    private volatile boolean stopped;
    private boolean failing;
    private @Nullable Thread thread;

    WebhookWorker(
            Following following,
            DueDeliveries due,
            Sending sending,
            Outcomes outcomes,
            WebhookSettings settings,
            MeterRegistry metrics) {
        this.following = following;
        this.due = due;
        this.sending = sending;
        this.outcomes = outcomes;
        this.settings = settings;
        this.free = new Semaphore(settings.atOnce());
        this.senders = SenderThreads.make();
        this.failures =
                Counter.builder("vestnik.webhook.failures")
                        .description("Attempts to send to a webhook that failed")
                        .register(metrics);
    }

    /// Not before this node answers: who hears of something may ask here what it is now.
    void listening(@ObservesAsync HttpServerStart start) {
        begin();
    }

    void listening(@ObservesAsync HttpsServerStart start) {
        begin();
    }

    private synchronized void begin() {
        if (!settings.sendEvery().isZero() && thread == null && !stopped) {
            thread = new Thread(this::run, "webhooks");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /// Takes no more, and lets what is being sent have its end, before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
            throws InterruptedException {
        Thread running;
        synchronized (this) {
            stopped = true;
            running = thread;
        }
        wake.release();
        if (running != null) {
            running.join();
        }
        senders.shutdown();
        if (!senders.awaitTermination(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Webhooks that are still being sent are left to their leases");
        }
    }

    private void run() {
        // Like all work in the background it lets the program begin to answer first.
        Duration pause = REST;
        while (!stopped) {
            try {
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                if (!stopped) {
                    round();
                }
                failing = false;
                pause = settings.sendEvery();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (!failing && !(e instanceof Problem)) {
                    LOG.error("Webhooks cannot be sent; tried again", e);
                }
                failing = true;
                pause = REST;
            }
        }
    }

    /// Follows the log to its end, and begins to send what is due and may be sent now.
    private List<Future<?>> round() {
        boolean behind = true;
        while (behind && !stopped) {
            behind = following.next();
        }
        List<Future<?>> sent = new ArrayList<>();
        if (due.areThere()) {
            for (Message message : due.take(free.availablePermits())) {
                free.acquireUninterruptibly();
                long taken = System.nanoTime();
                sent.add(senders.submit(() -> deliver(message, taken)));
            }
        }
        return sent;
    }

    /// Sends until nothing is due any more, and waits for all of it; for tests.
    synchronized void workOff() throws Exception {
        List<Future<?>> sent;
        do {
            sent = round();
            for (Future<?> one : sent) {
                one.get();
            }
        } while (!sent.isEmpty());
    }

    private void deliver(Message message, long taken) {
        try {
            Duration waited = Duration.ofNanos(System.nanoTime() - taken);
            if (waited.plus(settings.timeout()).compareTo(settings.lease()) > 0) {
                // Somebody else may send it before this would have ended.
                return;
            }
            Attempt attempt = sending.send(message);
            if (!attempt.isDone()) {
                failures.increment();
            }
            settle(message, attempt);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s is tried again when its lease has run out", message);
        } finally {
            free.release();
            wake.release();
        }
    }

    private void settle(Message message, Attempt attempt) {
        try {
            outcomes.settle(message, attempt);
        } catch (Problem busy) {
            outcomes.settle(message, attempt);
        }
    }
}
