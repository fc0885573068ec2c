package dev.vestnik.sync;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.event.EventType;
import dev.vestnik.sync.Standing.Following;
import dev.vestnik.sync.Standing.Line;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the lines of the change log that tell the public anything about items.
///
/// Of several lines about one thing the last one counts.
@Singleton
class PublicLines {

    /// Whether a line tells the public anything about items.
    static final String TELLS = EventType.told(EventType.OF_ITEMS);

    private static final String LAST =
            "select m.seq from Change m where m.seq <= :to and "
                    + TELLS.formatted("m")
                    + " order by m.seq desc fetch first 1 rows only";

    /// The line that was done, those that follow it, and the last one.
    private static final String LINES =
            """
            select c, (%1$s) from Change c
            where c.seq >= :done and c.seq <= :to
                and (c.seq = :done or c.seq = (%1$s) or (%2$s %4$s
                    and not exists (select 1 from Change d
                        where d.id = c.id and d.seq > c.seq and d.seq <= :to and %3$s)))
            order by c.seq\
            """;

    private final ChangeLines log;
    private final EntityManager database;

    PublicLines(ChangeLines log, EntityManager database) {
        this.log = log;
        this.database = database;
    }

    /// @param lines those that follow, the last one that is to be followed among them where it is
    ///   as near
    /// @param to the last one
    record Read(List<Change> lines, long to) {

        /// The last line that was read.
        Line end(Line done) {
            return lines.isEmpty() ? done : Line.of(lines.get(lines.size() - 1));
        }
    }

    /// The last line that tells the public anything about items.
    Line last() {
        return database.createQuery(
                        "from Change c where " + TELLS.formatted("c") + " order by c.seq desc",
                        Change.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Line::of)
                .orElse(Line.NONE);
    }

    /// The lines that follow, one more than `most` where there are so many.
    ///
    /// @throws Problem 410 where the log does not have the line to go on from
    Read after(Following standing, @Nullable String locale, int most) {
        long done = standing.done().seq();
        var query =
                database.createQuery(
                                LINES.formatted(
                                        LAST,
                                        TELLS.formatted("c"),
                                        TELLS.formatted("d"),
                                        locale == null
                                                ? ""
                                                : "and (c.kind = 'TAG' or c.locale = :locale)"),
                                Object[].class)
                        .setParameter("done", done)
                        .setParameter("to", standing.to())
                        .setMaxResults(most + 2);
        if (locale != null) {
            query.setParameter("locale", locale);
        }
        List<Object[]> rows = query.getResultList();
        List<Change> lines = rows.stream().map(row -> (Change) row[0]).toList();
        if (!goesOn(lines, standing.done())) {
            throw Problem.of(
                    ProblemType.RESYNC_REQUIRED,
                    "What changed since cannot be told any more: sync from the beginning.");
        }
        return new Read(
                lines.stream().filter(line -> line.seq > done).toList(),
                rows.isEmpty() ? done : (Long) rows.get(0)[1]);
    }

    private boolean goesOn(List<Change> lines, Line done) {
        if (done.seq() == 0) {
            List<Change> first = lines.isEmpty() ? lines : log.after(0, 1);
            return first.isEmpty() || first.get(0).seq == 1;
        }
        return !lines.isEmpty() && Line.of(lines.get(0)).equals(done);
    }
}
