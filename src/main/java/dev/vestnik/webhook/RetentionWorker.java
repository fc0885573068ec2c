package dev.vestnik.webhook;

import dev.vestnik.edge.Problem;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Forgets old deliveries every hour, on each node.
@Singleton
class RetentionWorker {

    private static final Logger LOG = Logger.getLogger(RetentionWorker.class);

    private final OldDeliveries old;

    RetentionWorker(OldDeliveries old) {
        this.old = old;
    }

    @Scheduled(every = "1h", delayed = "2m")
    void forget() {
        try {
            boolean more = true;
            while (more) {
                more = old.forgetNext();
            }
        } catch (Problem busy) {
            LOG.debugf("Old deliveries wait for their turn: %s", busy.getMessage());
        }
    }
}
