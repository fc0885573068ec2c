package dev.vestnik.audit;

import dev.vestnik.access.Actor;
import dev.vestnik.database.OneWriter;
import dev.vestnik.database.Writes;
import dev.vestnik.edge.ClientAddress;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.RequestId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes the audit log.
///
/// What was done is written in the transaction that did it. What was refused waits in memory, at
/// most ten thousand lines, and is written by one worker, so that nobody can keep the database busy
/// by being refused.
@Singleton
public class AuditLog {

    private static final Logger LOG = Logger.getLogger(AuditLog.class);
    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 200;
    private static final String READS = AuditLog.class.getName() + ".reads";

    private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean working = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();
    private final Writes writes;
    private final OneWriter writer;
    private final RoutingContext call;
    private final ClientAddress addresses;
    private final InstantSource time;

    AuditLog(
            Writes writes,
            OneWriter writer,
            RoutingContext call,
            ClientAddress addresses,
            InstantSource time) {
        this.writes = writes;
        this.writer = writer;
        this.call = call;
        this.addresses = addresses;
        this.time = time;
    }

    /// What was done, or tried, to what.
    ///
    /// @param action the operation's id
    /// @param kind of the resource, such as `news`
    record Deed(String action, String kind, @Nullable String id, int status) {}

    /// Notes that the caller reads what one person left, such as a consent record, or what many
    /// did. Inside a transaction the line is written after it, and before the answer goes out.
    ///
    /// @param action the operation's id
    /// @param id null where many were read
    public void read(String action, String kind, @Nullable String id) {
        AuditEvent line = line(new Deed(action, kind, id, 200), Outcome.DONE);
        if (!QuarkusTransaction.isActive()) {
            write(List.of(line));
            return;
        }
        List<AuditEvent> reads = call.get(READS);
        if (reads == null) {
            reads = new ArrayList<>();
            call.put(READS, reads);
        }
        reads.add(line);
    }

    /// Writes what the present request read, in a transaction of its own.
    void settleReads() {
        List<AuditEvent> reads = call.remove(READS);
        if (reads != null) {
            write(reads);
        }
    }

    /// Notes in the present transaction that the caller did something to what another person left.
    ///
    /// @param action the operation's id
    public void done(String action, String kind, String id) {
        done(new Deed(action, kind, id, 200));
    }

    /// Notes in the present transaction what the program did because somebody had planned it.
    ///
    /// @param actor who had planned it; null where nobody did
    /// @param action such as `Schedule_PUBLISH`
    public void carriedOut(@Nullable String actor, String action, String kind, String id) {
        AuditEvent line = new AuditEvent();
        line.id = Ids.next();
        line.at = time.instant();
        line.actor = actor;
        line.action = action;
        line.method = "JOB";
        line.resourceKind = kind;
        line.resourceId = id;
        line.outcome = Outcome.DONE;
        line.status = 200;
        line.client = "program";
        line.requestId = line.id.toString();
        add(List.of(line));
    }

    /// Adds a line in the present transaction, or in one of its own where there is none.
    void done(Deed deed) {
        AuditEvent line = line(deed, Outcome.DONE);
        if (QuarkusTransaction.isActive()) {
            add(List.of(line));
            return;
        }
        try {
            write(List.of(line));
        } catch (Problem busy) {
            soon(line);
        }
    }

    private void write(List<AuditEvent> lines) {
        writer.inTurn(() -> {
            QuarkusTransaction.requiringNew().run(() -> add(lines));
            return lines.size();
        });
    }

    private void add(List<AuditEvent> lines) {
        writes.insert(AuditEvent.INSERT, lines.stream().map(AuditEvent::row).toList());
    }

    /// Adds a line soon, from where nothing may wait.
    void doneSoon(Deed deed) {
        soon(line(deed, Outcome.DONE));
    }

    /// Adds a line soon.
    void refused(Deed deed) {
        soon(line(deed, Outcome.REFUSED));
    }

    private void soon(AuditEvent line) {
        if (!waiting.offer(line)) {
            lost.incrementAndGet();
        }
        work();
    }

    /// Writes what is still waiting.
    public synchronized void settle() {
        List<AuditEvent> lines = new ArrayList<>();
        while (waiting.drainTo(lines, AT_ONCE) > 0) {
            try {
                write(lines);
            } catch (Problem busy) {
                lines.forEach(waiting::offer);
                throw busy;
            }
            lines.clear();
        }
        long gone = lost.getAndSet(0);
        if (gone > 0) {
            LOG.warnf("%d refused requests came too fast for the audit log", gone);
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        settle();
    }

    private void work() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            Infrastructure.getDefaultExecutor().execute(this::workOff);
        } catch (RejectedExecutionException e) {
            working.set(false);
        }
    }

    private void workOff() {
        try {
            settle();
        } catch (Problem busy) {
            LOG.debugf("The audit log waits for its turn: %s", busy.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Refused requests could not be written to the audit log", e);
        } finally {
            working.set(false);
        }
        if (!waiting.isEmpty()) {
            work();
        }
    }

    private AuditEvent line(Deed deed, Outcome outcome) {
        AuditEvent line = new AuditEvent();
        line.id = Ids.next();
        line.at = time.instant();
        Actor.of(call)
                .ifPresent(actor -> {
                    line.actor = actor.name();
                    line.actorId = actor.id();
                });
        line.action = deed.action();
        line.method = call.request().method().name();
        line.resourceKind = deed.kind();
        line.resourceId = deed.id();
        line.outcome = outcome;
        line.status = deed.status();
        line.client = addresses.truncated(call.request());
        line.requestId = RequestId.of(call);
        return line;
    }
}
