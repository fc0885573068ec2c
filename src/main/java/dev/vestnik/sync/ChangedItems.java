package dev.vestnik.sync;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.sync.Standing.Following;
import dev.vestnik.sync.Standing.Line;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads in the change log which items the public may see otherwise than before.
///
/// What is done to drafts is none of its business and left out, so that the public learns nothing
/// of it, not even that it happened. A line about a tag stands for all items that carry it, for
/// they show its name; the items of a tag that goes have lines of their own. Of several lines about
/// one thing the last one counts.
@Singleton
class ChangedItems {

    /// Whether a line tells the public anything.
    private static final String TELLS =
            """
            (%1$s.kind = 'NEWS' and %1$s.what in ('published', 'updated', 'unpublished')
                or %1$s.kind = 'TAG' and %1$s.what = 'updated')\
            """;

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

    /// The items of tags, but for those that have a line of their own on the way, or come with
    /// another tag later.
    private static final String CARRIERS =
            """
            select c.seq, x.publicationId from Change c join PublicationTag x on x.tagId = c.id
            where c.seq in :lines and (c.seq > :done or x.publicationId > :within)
                and x.visibleFrom <= :now and x.visibleUntil > :now %1$s
                and not exists (select 1 from Change d
                    where d.id = x.publicationId and d.seq > :from and d.seq <= :to and %2$s)
                and not exists (select 1 from PublicationTag y join Change d on d.id = y.tagId
                    where y.edition = x.edition and d.seq > c.seq and d.seq <= :to and %2$s)
            order by c.seq, x.publicationId\
            """;

    private final EntityManager database;

    ChangedItems(EntityManager database) {
        this.database = database;
    }

    /// An item that may have changed.
    ///
    /// @param byTag whether only a tag of it did, so that it is where it was
    record Changed(long seq, UUID id, boolean byTag) {}

    /// @param lines those that follow, the last one that is to be followed among them where it is
    ///   as near
    /// @param to the last one
    record Read(List<Change> lines, long to) {}

    /// The last line that tells the public anything.
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

    private static boolean goesOn(List<Change> lines, Line done) {
        if (done.seq() == 0) {
            List<Change> first = lines.isEmpty() ? lines : Change.after(0, 1);
            return first.isEmpty() || first.get(0).seq == 1;
        }
        return !lines.isEmpty() && Line.of(lines.get(0)).equals(done);
    }

    /// The items that lines tell of, in the order of these; one more than `most` where there are so
    /// many.
    List<Changed> items(
            Following standing, Read read, @Nullable String locale, int most, Instant now) {
        List<Changed> items = new ArrayList<>();
        List<Long> ofTags = new ArrayList<>();
        if (standing.within() != null) {
            ofTags.add(standing.done().seq());
        }
        for (Change line : read.lines()) {
            if (line.kind == ChangeKind.TAG) {
                ofTags.add(line.seq);
            } else if (locale == null || locale.equals(line.locale)) {
                items.add(new Changed(line.seq, line.id, false));
            }
        }
        return Stream.concat(
                        items.stream(),
                        ofTags.isEmpty()
                                ? Stream.empty()
                                : carriers(standing, read.to(), ofTags, locale, most, now))
                .sorted(Comparator.comparingLong(Changed::seq))
                .limit(most + 1)
                .toList();
    }

    private Stream<Changed> carriers(
            Following standing,
            long to,
            List<Long> lines,
            @Nullable String locale,
            int most,
            Instant now) {
        UUID within = standing.within() == null ? new UUID(0, 0) : standing.within();
        var query =
                database.createQuery(
                                CARRIERS.formatted(
                                        locale == null ? "" : "and x.locale = :locale",
                                        TELLS.formatted("d")),
                                Object[].class)
                        .setParameter("lines", lines)
                        .setParameter("done", standing.done().seq())
                        .setParameter("within", within)
                        .setParameter("now", now)
                        .setParameter("from", standing.from())
                        .setParameter("to", to)
                        .setMaxResults(most + 1);
        if (locale != null) {
            query.setParameter("locale", locale);
        }
        return query.getResultList().stream()
                .map(row -> new Changed((Long) row[0], (UUID) row[1], true));
    }
}
