package dev.vestnik.freshness;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeListener;
import dev.vestnik.change.ChangeWatch;
import dev.vestnik.edge.Freshness;
import dev.vestnik.edge.ResponseCache;
import dev.vestnik.news.PublicReach;
import dev.vestnik.tag.TagReach;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/// Vouches for the answers that are kept ready.
///
/// Between the moment in which a line of the change log is told and that in which the answers it
/// touches are found out and forgotten, nothing is sure: readers wait for those few milliseconds,
/// the writer does not. The public view changes by the clock too; so all this holds until the next
/// moment at which it does. And nothing is sure while nobody can see what other nodes write.
@Singleton
class Assurance implements ChangeListener, Freshness {

    private static final Logger LOG = Logger.getLogger(Assurance.class);

    /// With the time that it takes to see a line, well below the second after which nobody is to
    /// get what was withdrawn on another node.
    private static final Duration BLIND = Duration.ofMillis(800);

    /// How long nothing is tried again after it failed, in nanoseconds.
    private static final long REST = Duration.ofSeconds(1).toNanos();

    /// How long lines are gathered while no reader waits.
    private static final Duration UNASKED = Duration.ofMillis(50);

    /// So many lines at once touch most of what is kept, and no statement may name the items of
    /// ever more; beyond it nothing is found out and all is made anew.
    private static final int MANY = 1_000;

    /// The first to be told: who hears of a change by another way may ask at once.
    private static final int EARLY = 1510;

    /// From when until when the public view changes only as the log tells.
    private record Calm(Instant from, Instant until) {

        static final Calm NEVER = new Calm(Instant.MAX, Instant.MIN);

        boolean has(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    private final ResponseCache cache;
    private final ChangeWatch watch;
    private final PublicReach news;
    private final TagReach tags;
    private final InstantSource time;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "freshness");
                thread.setDaemon(true);
                return thread;
            });

    private List<Change> lines = new ArrayList<>();
    private List<Runnable> waiting = new ArrayList<>();
    private boolean everything;
    private boolean working;
    private volatile boolean unsettled;
    private volatile boolean stopped;
    private volatile Calm calm = Calm.NEVER;
    private volatile long failedAt = System.nanoTime() - REST;

    Assurance(
            ResponseCache cache,
            ChangeWatch watch,
            PublicReach news,
            TagReach tags,
            InstantSource time) {
        this.cache = cache;
        this.watch = watch;
        this.news = news;
        this.tags = tags;
        this.time = time;
    }

    void start(@Observes @Priority(EARLY) StartupEvent start) {
        watch.listen(this);
    }

    /// Ends before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop) {
        worker.shutdown();
        stopped = true;
        release();
    }

    @Override
    public Standing standing() {
        if (stopped) {
            return Standing.UNKNOWN;
        }
        if (unsettled) {
            return Standing.SOON;
        }
        if (watch.age().compareTo(BLIND) > 0) {
            return Standing.UNKNOWN;
        }
        if (calm.has(time.instant())) {
            return Standing.SURE;
        }
        if (System.nanoTime() - failedAt < REST) {
            return Standing.UNKNOWN;
        }
        lost();
        return Standing.SOON;
    }

    @Override
    public void whenSettled(Runnable then) {
        synchronized (this) {
            if (unsettled && !stopped) {
                waiting.add(then);
                notifyAll();
                return;
            }
        }
        then.run();
    }

    @Override
    public synchronized void added(List<Change> told) {
        List<Change> telling = told.stream().filter(line -> !PublicReach.isQuiet(line)).toList();
        if (!telling.isEmpty()) {
            lines.addAll(telling);
            if (lines.size() > MANY) {
                lines = new ArrayList<>();
                lost();
            } else {
                unsettle();
            }
        }
    }

    @Override
    public synchronized void lost() {
        everything = true;
        notifyAll();
        unsettle();
    }

    private void unsettle() {
        unsettled = true;
        cache.beginEpoch();
        if (!working) {
            working = true;
            try {
                worker.execute(this::settle);
            } catch (RejectedExecutionException e) {
                LOG.debug("Nothing is sure any more: the program ends", e);
            }
        }
    }

    private synchronized void release() {
        notifyAll();
        waiting.forEach(Runnable::run);
        waiting = new ArrayList<>();
    }

    private void settle() {
        while (isAnythingLeft()) {
            gather();
            List<Change> told;
            boolean all;
            synchronized (this) {
                told = lines;
                all = everything;
                lines = new ArrayList<>();
                everything = false;
            }
            try {
                QuarkusTransaction.requiringNew().run(() -> forget(told, all));
            } catch (RuntimeException e) {
                LOG.error(
                        "What changes touch could not be found out; all answers are made anew", e);
                calm = Calm.NEVER;
                cache.forgetAll();
            }
        }
    }

    private synchronized boolean isAnythingLeft() {
        if (everything || !lines.isEmpty()) {
            return true;
        }
        working = false;
        unsettled = false;
        release();
        return false;
    }

    /// While nobody asks, what comes soon after is found out together: it takes hardly longer than
    /// that of one line.
    private synchronized void gather() {
        long end = System.nanoTime() + UNASKED.toNanos();
        long left = UNASKED.toMillis();
        while (left > 0 && waiting.isEmpty() && !everything && !stopped) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }

    private void forget(List<Change> told, boolean everything) {
        Instant now = time.instant();
        Calm before = calm;
        if (everything || !before.has(now)) {
            Instant next = news.nextChange(now, ids(told, ChangeKind.NEWS));
            news.startOver();
            cache.forgetAll();
            calm = new Calm(now, next);
            return;
        }
        Set<String> old = new HashSet<>(news.touched(told));
        old.addAll(tags.touched(ids(told, ChangeKind.TAG)));
        if (!ids(told, ChangeKind.NOTICE).isEmpty()) {
            old.add("notices");
        }
        cache.forget(old);
        List<UUID> items = ids(told, ChangeKind.NEWS);
        if (!items.isEmpty()) {
            calm = new Calm(before.from(), news.nextChange(now, items));
        }
    }

    private static List<UUID> ids(List<Change> lines, ChangeKind kind) {
        return lines.stream().filter(line -> line.kind == kind).map(line -> line.id).toList();
    }
}
