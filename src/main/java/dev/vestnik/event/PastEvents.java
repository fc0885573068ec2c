package dev.vestnik.event;

import dev.vestnik.event.EventText.Told;
import dev.vestnik.event.PublicEvents.Read;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// Reads what listeners have missed from the change log, page by page, each in its turn: however
/// many come back at once, the database has one reader more.
@Singleton
class PastEvents {

    private static final Logger LOG = Logger.getLogger(PastEvents.class);
    private static final int AT_ONCE = 200;
    private static final int REST_SECONDS = 1;

    private final PublicEvents events;
    private final EventText text;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "past-events");
                thread.setDaemon(true);
                return thread;
            });

    PastEvents(PublicEvents events, EventText text) {
        this.events = events;
        this.text = text;
    }

    /// What follows a line.
    ///
    /// @param known whether the log has the line
    /// @param to the line up to which it was read
    record Page(boolean known, List<Told> told, long to) {}

    /// Reads on after a line, and hands over what it found; tries again as long as the database
    /// cannot be reached.
    void after(long seq, Consumer<Page> taker) {
        if (!reader.isShutdown()) {
            reader.execute(() -> read(seq, taker));
        }
    }

    private void read(long seq, Consumer<Page> taker) {
        try {
            taker.accept(QuarkusTransaction.requiringNew().call(() -> page(seq)));
        } catch (RuntimeException e) {
            LOG.debug("Past events cannot be read; tried again", e);
            if (!reader.isShutdown()) {
                reader.schedule(() -> read(seq, taker), REST_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private Page page(long seq) {
        if (!events.has(seq)) {
            return new Page(false, List.of(), seq);
        }
        Read read = events.after(seq, AT_ONCE);
        return new Page(true, text.of(read.events()), read.to());
    }

    /// Ends before the database goes.
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent stop)
            throws InterruptedException {
        reader.shutdown();
        reader.awaitTermination(REST_SECONDS, TimeUnit.SECONDS);
    }
}
