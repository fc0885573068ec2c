package dev.vestnik.sync;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.sync.PublicLines.Read;
import dev.vestnik.sync.Standing.Following;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the items that lines of the change log tell of.
///
/// A line about a tag stands for all items that carry it, for they show its name; the items of a
/// tag that goes have lines of their own.
@Singleton
class ChangedItems {

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
                                        PublicLines.TELLS.formatted("d")),
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
