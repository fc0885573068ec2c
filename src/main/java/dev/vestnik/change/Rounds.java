package dev.vestnik.change;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The thread of somebody who does the same over and over, such as to follow the change log. What
/// fails is logged once until it works again, and tried again after a second.
public final class Rounds {

    private static final Duration REST = Duration.ofSeconds(1);

    /// What is done over and over.
    public interface Round {

        /// Does it once.
        ///
        /// @return how long nothing is done then
        Duration perform();
    }

    private final String name;
    private final String failure;
    private final Logger log;
    private final Round round;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failing;
    private @Nullable Thread thread;

    /// @param name of the thread
    /// @param failure what the log says where it fails
    public Rounds(String name, String failure, Logger log, Round round) {
        this.name = name;
        this.failure = failure;
        this.log = log;
        this.round = round;
    }

    /// Begins after a while.
    public void beginAfter(Duration pause) {
        Thread started = new Thread(() -> run(pause), name);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    private void run(Duration first) {
        Duration pause = first;
        while (!endsWithin(pause)) {
            try {
                pause = round.perform();
                failing = false;
            } catch (RuntimeException e) {
                if (!failing) {
                    log.error(failure, e);
                }
                failing = true;
                pause = REST;
            }
        }
    }

    private boolean endsWithin(Duration pause) {
        try {
            return ended.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Whether it failed when it was last tried.
    public boolean isFailing() {
        return failing;
    }

    /// Waits for the present round to end, and begins no other. The thread is not interrupted: that
    /// would close the files under a database and an index.
    public void end() throws InterruptedException {
        ended.countDown();
        Thread running = thread;
        if (running != null) {
            running.join();
        }
    }
}
