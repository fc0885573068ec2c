package dev.vestnik.database;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Lets one writer at a time into H2, roughly in the order in which they came. Who comes just when
/// one leaves goes first: to wake up who waits, every time, takes longer than the writing.
///
/// H2 acknowledges two optimistic updates of the same version when several writers commit at once;
/// PostgreSQL does not, and is not held back. Embedded means one process, so a lock in memory is
/// enough. As on PostgreSQL, what was read before the first write may have changed since; the
/// version of a row tells.
@Singleton
public class OneWriter {

    private static final ReentrantLock WRITER = new ReentrantLock();
    private static final long PATIENCE_SECONDS = 2;

    /// Those who prepare a write hold a connection; readers keep the others.
    private static final Semaphore PREPARING = new Semaphore(4);

    private static final ThreadLocal<@Nullable Turn> OF_THREAD = new ThreadLocal<>();

    private final boolean embedded;

    OneWriter(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.embedded = EitherDriver.isEmbedded(url);
    }

    /// Work that has the whole of its transaction in it.
    public interface Work<T extends @Nullable Object, E extends Exception> {
        T perform() throws E;
    }

    /// Whether the work of a thread has its turn.
    private static final class Turn {
        boolean has;
    }

    /// Does some work that may write. It reads beside others, and waits for its turn just before
    /// its first statement that writes or locks, which `beforeWriting` tells of.
    ///
    /// @throws Problem 503 where neither it nor its turn comes within two seconds
    public <T extends @Nullable Object, E extends Exception> T writing(Work<T, E> work) throws E {
        if (!embedded || OF_THREAD.get() != null) {
            return work.perform();
        }
        wait(PREPARING::tryAcquire);
        Turn turn = new Turn();
        OF_THREAD.set(turn);
        try {
            return work.perform();
        } finally {
            OF_THREAD.remove();
            if (turn.has) {
                WRITER.unlock();
            }
            PREPARING.release();
        }
    }

    /// Waits for the turn of the present work, where it needs one and has none yet.
    ///
    /// @throws Problem 503 where it does not come within two seconds
    void beforeWriting() {
        Turn turn = OF_THREAD.get();
        if (turn != null && !turn.has) {
            wait(WRITER::tryLock);
            turn.has = true;
        }
    }

    /// Does some work that does nothing but write, when it is its turn. The caller has no
    /// connection yet: waiting writers would take those of the readers.
    ///
    /// @throws Problem 503 where the turn does not come within two seconds
    public <T extends @Nullable Object, E extends Exception> T inTurn(Work<T, E> work) throws E {
        if (!embedded) {
            return work.perform();
        }
        wait(WRITER::tryLock);
        try {
            return work.perform();
        } finally {
            WRITER.unlock();
        }
    }

    private interface Wait {
        boolean hasCome(long most, TimeUnit unit) throws InterruptedException;
    }

    private static void wait(Wait wait) {
        try {
            if (!wait.hasCome(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Problem busy() {
        return Problem.of(ProblemType.BUSY, "Too many writes are waiting; try again in a moment.");
    }
}
