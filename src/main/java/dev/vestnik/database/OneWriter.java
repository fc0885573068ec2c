package dev.vestnik.database;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Lets one writer at a time into H2, roughly in the order in which they came. Who comes just when
/// one leaves goes first: to wake up who waits, every time, takes longer than the writing.
///
/// H2 acknowledges two optimistic updates of the same version when several writers commit at once;
/// PostgreSQL does not, and is not held back. Embedded means one process, so a lock in memory is
/// enough.
@Singleton
public class OneWriter {

    private static final ReentrantLock WRITER = new ReentrantLock();
    private static final long PATIENCE_SECONDS = 2;

    private final boolean embedded;

    OneWriter(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.embedded = EitherDriver.isEmbedded(url);
    }

    /// Work that has the whole of its transaction in it.
    public interface Work<T extends @Nullable Object, E extends Exception> {
        T perform() throws E;
    }

    /// Does some work when it is its turn. The caller has no connection yet: waiting writers would
    /// take those of the readers.
    ///
    /// @throws Problem 503 where the turn does not come within two seconds
    public <T extends @Nullable Object, E extends Exception> T inTurn(Work<T, E> work) throws E {
        if (!embedded) {
            return work.perform();
        }
        try {
            if (!WRITER.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.perform();
        } finally {
            WRITER.unlock();
        }
    }

    private static Problem busy() {
        return Problem.of(ProblemType.BUSY, "Too many writes are waiting; try again in a moment.");
    }
}
