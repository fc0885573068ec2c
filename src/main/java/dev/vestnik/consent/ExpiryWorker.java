package dev.vestnik.consent;

import dev.vestnik.edge.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/// Looks for consents whose time is over, on each node.
@Singleton
class ExpiryWorker {

    private static final Logger LOG = Logger.getLogger(ExpiryWorker.class);

    private final DueConsents due;
    private volatile boolean stopped;

    ExpiryWorker(DueConsents due) {
        this.due = due;
    }

    @Scheduled(
            every = "{vestnik.consent.expire-every}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void expire() {
        boolean more = true;
        while (more && !stopped) {
            more = expireNext();
        }
    }

    private boolean expireNext() {
        try {
            return due.expireNext();
        } catch (Problem busy) {
            LOG.debugf("Expiry waits for its turn: %s", busy.getMessage());
            return false;
        }
    }

    /// Lets what is at hand be finished before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop) {
        stopped = true;
        synchronized (this) {
            LOG.debug("No more consents expire");
        }
    }
}
