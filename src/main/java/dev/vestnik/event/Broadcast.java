package dev.vestnik.event;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.change.ChangeListener;
import dev.vestnik.change.ChangeWatch;
import dev.vestnik.event.EventText.Told;
import io.netty.channel.EventLoop;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Tells all audiences of this node what happens, in the order of the change log, each line once:
/// no listener costs a query.
///
/// Lines are told here last of all who listen on this node, so that what is read here shows them by
/// then. They may come out of order, and wait until those before them have come.
@Singleton
class Broadcast implements ChangeListener {

    private static final Logger LOG = Logger.getLogger(Broadcast.class);

    /// After everybody else who is told of changes.
    private static final int LAST = 3000;

    private static final int REST_SECONDS = 1;

    private final ChangeLines log;
    private final ChangeWatch watch;
    private final PublicEvents events;
    private final PastEvents past;
    private final EventText text;
    private final EventSettings settings;
    private final EventMetrics metrics;
    private final ConcurrentNavigableMap<Long, Change> waiting = new ConcurrentSkipListMap<>();
    private final Map<EventLoop, Audience> audiences = new HashMap<>();
    private final ScheduledExecutorService teller =
            Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "events");
                thread.setDaemon(true);
                return thread;
            });
    private long done;
    private long last;

    Broadcast(
            ChangeLines log,
            ChangeWatch watch,
            PublicEvents events,
            PastEvents past,
            EventText text,
            EventSettings settings,
            EventMetrics metrics) {
        this.log = log;
        this.watch = watch;
        this.events = events;
        this.past = past;
        this.text = text;
        this.settings = settings;
        this.metrics = metrics;
    }

    void start(@Observes @Priority(LAST) StartupEvent start) {
        watch.listen(this);
        startOver();
        long every = settings.heartBeat().toMillis();
        teller.scheduleAtFixedRate(this::beat, every, every, TimeUnit.MILLISECONDS);
    }

    /// Ends before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
            throws InterruptedException {
        teller.shutdown();
        teller.awaitTermination(REST_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void added(List<Change> lines) {
        lines.forEach(line -> waiting.put(line.seq, line));
        if (!teller.isShutdown()) {
            teller.execute(this::tell);
        }
    }

    @Override
    public void lost() {
        try {
            teller.submit(this::beginAnew).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void beginAnew() {
        try {
            startOver();
        } catch (RuntimeException e) {
            LOG.error("Listeners cannot be told that the change log is another; tried again", e);
            teller.schedule(() -> beginAnew(), REST_SECONDS, TimeUnit.SECONDS);
        }
    }

    /// Lines that were told by now are in the log, and those after its end are told later.
    private void startOver() {
        waiting.clear();
        long end = log.last();
        long told = Math.min(end, events.last());
        synchronized (this) {
            done = end;
            last = told;
            audiences.values().forEach(audience -> audience.startOver(done, last));
        }
    }

    private void tell() {
        List<Change> lines = next();
        if (lines.isEmpty()) {
            return;
        }
        try {
            List<Told> told =
                    text.of(QuarkusTransaction.requiringNew().call(() -> events.of(lines)));
            handOut(told, lines.get(lines.size() - 1).seq);
        } catch (RuntimeException e) {
            LOG.error("Listeners cannot be told what changed; tried again", e);
            teller.schedule(() -> tell(), REST_SECONDS, TimeUnit.SECONDS);
        }
    }

    /// The lines that follow those which were told, as far as there is no gap.
    private List<Change> next() {
        waiting.headMap(done, true).clear();
        List<Change> lines = new ArrayList<>();
        for (Change line : waiting.values()) {
            if (line.seq != done + lines.size() + 1) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    private synchronized void handOut(List<Told> told, long to) {
        done = to;
        if (!told.isEmpty()) {
            last = told.get(told.size() - 1).event().seq();
        }
        audiences.values().forEach(audience -> audience.tell(told, done, last));
    }

    private synchronized void beat() {
        audiences.values().forEach(Audience::beat);
    }

    /// Lets all listeners go.
    synchronized void finish() {
        audiences.values().forEach(Audience::finish);
    }

    /// The audience on an event loop.
    synchronized Audience on(EventLoop loop) {
        return audiences.computeIfAbsent(
                loop,
                absent ->
                        new Audience(
                                absent, past, settings.patience(), metrics::cutsOff, done, last));
    }
}
