package dev.vestnik.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Watches the end of the change log for those on this node who follow it.
///
/// What this node writes is told before the writer has its answer. What other nodes write is told
/// within `vestnik.change.watch-every`.
@Singleton
public class ChangeWatch {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);
    private static final int AT_ONCE = 500;

    /// Before those who follow start.
    private static final int EARLY = 1500;

    private final ChangeLines log;
    private final ChangeSettings settings;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final Rounds rounds =
            new Rounds(
                    "change-watch",
                    "The change log cannot be watched; tried again",
                    LOG,
                    this::watch);
    private volatile long seen;
    private volatile long looked;

    ChangeWatch(ChangeLines log, ChangeSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    void start(@Observes @Priority(EARLY) StartupEvent start) {
        looked = System.nanoTime();
        seen = log.last();
        if (!settings.watchEvery().isZero()) {
            rounds.beginAfter(settings.watchEvery());
        }
    }

    /// Ends before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
            throws InterruptedException {
        rounds.end();
    }

    /// Tells somebody of every line from now on.
    public void listen(ChangeListener listener) {
        listeners.add(listener);
    }

    /// The number of the last line that is known to be there; 0 where there is none.
    public long last() {
        return seen;
    }

    /// How long ago everything was known that was committed by then, on whichever node. Zero where
    /// nobody watches, for then no other node writes.
    public Duration age() {
        return settings.watchEvery().isZero()
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - looked);
    }

    private Duration watch() {
        look();
        return settings.watchEvery();
    }

    /// Tells of everything that was committed before the call and was not told yet.
    public void look() {
        long began = System.nanoTime();
        List<Change> lines;
        do {
            long from = seen;
            // The line that was seen last shows that the log is still the same.
            lines = log.after(from - 1, AT_ONCE + 1);
            boolean same = from == 0 || (!lines.isEmpty() && lines.get(0).seq == from);
            if (!same) {
                startOver();
                return;
            }
            tell(from == 0 ? lines : lines.subList(1, lines.size()));
        } while (lines.size() > AT_ONCE);
        looked = began;
    }

    private void startOver() {
        LOG.warn("The change log is not the one that it was");
        seen = log.last();
        each(ChangeListener::lost);
    }

    /// What a transaction of this node has committed. Transactions that committed before it may
    /// tell of their lines after it; until then it is not taken for the end of the log.
    void committed(List<Change> lines) {
        tell(lines);
    }

    private void tell(List<Change> lines) {
        if (lines.isEmpty()) {
            return;
        }
        each(listener -> listener.added(lines));
        long first = lines.get(0).seq;
        long last = lines.get(lines.size() - 1).seq;
        synchronized (this) {
            if (first <= seen + 1) {
                seen = Math.max(seen, last);
            }
        }
    }

    private void each(Consumer<ChangeListener> call) {
        for (ChangeListener listener : listeners) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed to take what changed", listener);
            }
        }
    }
}
