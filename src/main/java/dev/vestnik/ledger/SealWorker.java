package dev.vestnik.ledger;

import dev.vestnik.edge.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.jboss.logging.Logger;

/// Seals what is new, every minute, on each node; one at a time does.
@Singleton
class SealWorker {

    private static final Logger LOG = Logger.getLogger(SealWorker.class);

    private final Sealing sealing;
    private volatile boolean stopped;

    SealWorker(Sealing sealing) {
        this.sealing = sealing;
    }

    @Scheduled(
            every = "{vestnik.ledger.seal-every}",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP)
    synchronized void seal() {
        boolean more = true;
        while (more && !stopped) {
            more = sealNext();
        }
    }

    private boolean sealNext() {
        try {
            return sealing.next();
        } catch (Problem busy) {
            LOG.debugf("Sealing waits for its turn: %s", busy.getMessage());
            return false;
        }
    }

    /// Lets the checkpoint at hand be finished before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop) {
        stopped = true;
        synchronized (this) {
            LOG.debug("No more is sealed");
        }
    }
}
