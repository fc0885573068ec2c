package dev.vestnik.tag;

import dev.vestnik.change.Rounds;
import dev.vestnik.edge.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Lets items follow the tags that go, on each node. It rests for as long as it works: the other
/// half of the time is for who writes.
@Singleton
class RetaggingWorker {

    private static final Logger LOG = Logger.getLogger(RetaggingWorker.class);

    private final Retaggings retaggings;
    private final TagSettings settings;
    private final Rounds rounds =
            new Rounds(
                    "retagging",
                    "Items could not follow a tag that goes; tried again",
                    LOG,
                    this::goRound);

    RetaggingWorker(Retaggings retaggings, TagSettings settings) {
        this.retaggings = retaggings;
        this.settings = settings;
    }

    void start(@Observes StartupEvent start) {
        if (!settings.retagEvery().isZero()) {
            rounds.beginAfter(settings.retagEvery());
        }
    }

    /// Ends before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
            throws InterruptedException {
        rounds.end();
    }

    private Duration goRound() {
        long began = System.nanoTime();
        return goOn() ? Duration.ofNanos(System.nanoTime() - began) : settings.retagEvery();
    }

    /// Some items of each tag follow; one that fails holds up no other.
    ///
    /// @return whether there may be more
    boolean goOn() {
        boolean more = false;
        RuntimeException failure = null;
        for (UUID tag : retaggings.running()) {
            try {
                more |= retaggings.goOn(tag);
            } catch (Problem busy) {
                LOG.debugf("The tag %s waits for its turn: %s", tag, busy.getMessage());
            } catch (RuntimeException e) {
                failure = first(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return more;
    }

    private static RuntimeException first(
            @Nullable RuntimeException before, RuntimeException failure) {
        if (before == null) {
            return failure;
        }
        before.addSuppressed(failure);
        return before;
    }
}
