package dev.vestnik.change;

import dev.vestnik.database.Sql;
import dev.vestnik.database.Writes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.jspecify.annotations.Nullable;

/// Takes the lines that a transaction adds to the change log.
///
/// The numbers come from one row that is locked last, just before the commit, so that they are
/// without gaps and in the order of the commits, and the lock is held for as short a time as can
/// be.
@Singleton
public class ChangeLog {

    private static final String CLOCK = "update change_clock set seq = seq + ? where id = 1";
    private static final String LINE =
            "insert into change (seq, at, kind, id, locale, what) values (?, ?, ?, ?, ?, ?)";

    private final EntityManager database;
    private final Writes writes;
    private final InstantSource time;
    private final TransactionSynchronizationRegistry transaction;
    private final ChangeWatch watch;

    ChangeLog(
            EntityManager database,
            Writes writes,
            InstantSource time,
            TransactionSynchronizationRegistry transaction,
            ChangeWatch watch) {
        this.database = database;
        this.writes = writes;
        this.time = time;
        this.transaction = transaction;
        this.watch = watch;
    }

    /// Adds a line about something that the present transaction wrote, and sends what was written
    /// so far to the database, so that versions and broken constraints show at once.
    ///
    /// @param locale of a news item; null where the resource has none
    /// @param what such as `published`
    public void append(ChangeKind kind, UUID id, @Nullable String locale, String what) {
        database.flush();
        lines().add(new Line(kind, id, locale, what));
    }

    private record Line(ChangeKind kind, UUID id, @Nullable String locale, String what) {

        Change numbered(long seq, Instant at) {
            Change change = new Change();
            change.seq = seq;
            change.at = at;
            change.kind = kind;
            change.id = id;
            change.locale = locale;
            change.what = what;
            return change;
        }
    }

    @SuppressWarnings("unchecked")
    private List<Line> lines() {
        List<Line> lines = (List<Line>) transaction.getResource(ChangeLog.class);
        if (lines == null) {
            lines = new ArrayList<>();
            transaction.putResource(ChangeLog.class, lines);
            List<Line> added = lines;
            database.unwrap(SessionImplementor.class)
                    .getActionQueue()
                    .registerCallback((BeforeCompletionCallback) session -> write(added));
        }
        return lines;
    }

    /// Called by Hibernate before it commits, once everything is flushed and while it still has the
    /// transaction's connection: a synchronization of ours would come too late.
    private void write(List<Line> lines) {
        long last = writes.changed(Sql.of(CLOCK, lines.size()), "seq");
        long seq = last - lines.size();
        Instant now = time.instant();
        List<Change> written = new ArrayList<>();
        for (Line line : lines) {
            written.add(line.numbered(++seq, now));
        }
        writes.insert(LINE, written.stream().map(ChangeLog::row).toList());
        database.unwrap(SessionImplementor.class)
                .getActionQueue()
                .registerCallback(tellOf(written));
    }

    private static List<@Nullable Object> row(Change line) {
        return Arrays.asList(line.seq, line.at, line.kind.name(), line.id, line.locale, line.what);
    }

    private AfterCompletionCallback tellOf(List<Change> written) {
        return (success, session) -> {
            if (success) {
                watch.committed(written);
            }
        };
    }
}
