package dev.vestnik.change;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/// Takes the lines that a transaction adds to the change log.
///
/// The numbers come from one row that is locked last, just before the commit, so that they are
/// without gaps and in the order of the commits, and the lock is held for as short a time as can
/// be.
@Singleton
public class ChangeLog {

    private final EntityManager database;
    private final InstantSource time;
    private final TransactionSynchronizationRegistry transaction;
    private final ChangeWatch watch;

    ChangeLog(
            EntityManager database,
            InstantSource time,
            TransactionSynchronizationRegistry transaction,
            ChangeWatch watch) {
        this.database = database;
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

    private record Line(ChangeKind kind, UUID id, @Nullable String locale, String what) {}

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

    /// Called by Hibernate before it commits, while it still has the transaction's connection: a
    /// synchronization of ours would come too late.
    private void write(List<Line> lines) {
        database.flush();
        // Every query else looks through all that the session holds for what is not sent yet.
        Session session = database.unwrap(Session.class);
        long seq =
                session.createNativeQuery(
                                "select seq from change_clock where id = 1 for update", Long.class)
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .getSingleResult();
        Instant now = time.instant();
        List<Change> written = new ArrayList<>();
        for (Line line : lines) {
            Change change = new Change();
            change.seq = ++seq;
            change.at = now;
            change.kind = line.kind();
            change.id = line.id();
            change.locale = line.locale();
            change.what = line.what();
            change.persist();
            written.add(change);
        }
        session.createNativeMutationQuery("update change_clock set seq = :seq where id = 1")
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("seq", seq)
                .executeUpdate();
        database.flush();
        database.unwrap(SessionImplementor.class)
                .getActionQueue()
                .registerCallback(tellOf(written));
    }

    private AfterCompletionCallback tellOf(List<Change> written) {
        return (success, session) -> {
            if (success) {
                watch.committed(written);
            }
        };
    }
}
