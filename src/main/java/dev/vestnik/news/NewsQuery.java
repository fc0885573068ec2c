package dev.vestnik.news;

import dev.vestnik.edge.Cursors.Cursor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Builds the one query of a list of its conditions.
///
/// A page is read from its place on by the key of its sort. The first condition on the key is what
/// lets the index begin there, the second breaks ties by the id. H2 begins there only where no
/// other condition bounds the key on the same side, and walks an index in order only where the
/// order begins with the columns that the index begins with.
final class NewsQuery {

    private static final String PUBLIC_ROW =
            """
            new dev.vestnik.news.NewsRow(k.id, k.version, k.locale, k.translationGroup, k.slug,
                k.createdAt, k.updatedAt, k.publishedAt, k.titleKey, k.headline, k.corrections, %s)
            """;
    private static final String NEWSROOM_ROW =
            """
            new dev.vestnik.news.NewsRow(k.id, k.version, k.locale, k.translationGroup, k.slug, k.status,
                k.createdAt, k.updatedAt, k.publishedAt, k.sortedAt, k.titleKey, k.headline, k.corrections,
                k.pendingChanges, %s)
            """;

    private static final String PINNED_AND_OTHERS =
            """
            select x.pinned, %s
            from ((select k.edition as edition, 1 as pinned %s)
                union all (select k.edition as edition, 0 as pinned %s)) x
            join Publication k on k.edition = x.edition
            """;

    private static final String PINNED = "pinned_";

    private final NewsFilter filter;

    NewsQuery(NewsFilter filter) {
        this.filter = filter;
    }

    long count(EntityManager database) {
        Query query = database.createQuery("select count(*) " + filter.root + filter.where());
        filter.parameters.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    /// Up to `most` rows from a place on, in the place's direction.
    List<NewsRow> rows(
            EntityManager database,
            NewsSort sort,
            @Nullable Cursor place,
            int most,
            BodyDepth depth) {
        boolean descending = descending(sort, place);
        startAt(sort, place);
        var query =
                database.createQuery(
                        "select "
                                + row(depth)
                                + filter.root
                                + filter.where()
                                + order(sort, descending),
                        NewsRow.class);
        filter.parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }

    /// The same of a list by date with everything that is pinned above it, in one statement.
    ///
    /// @param pinned those that are pinned, of the same list
    /// @param pins those of the list's first page; null where this is it
    List<Pins.Found> rowsWithPins(
            EntityManager database,
            NewsQuery pinned,
            NewsSort sort,
            @Nullable Cursor place,
            int most,
            BodyDepth depth,
            @Nullable Pins pins) {
        boolean descending = descending(sort, place);
        String above;
        if (pins == null || place == null) {
            above = pinned.named(pinned.order(sort, true) + " fetch first :most rows only");
            pinned.filter.parameters.put("most", Pins.MOST);
            filter.conditions.add("k.edition not in (select k.edition " + above + ")");
            startAt(sort, place);
        } else {
            pinned.filter.add("k.id in :pins", "pins", pins.beyond(place));
            above = pinned.named(pinned.order(sort, descending));
            without(pins);
            if (!pins.has(place)) {
                startAt(sort, place);
            } else if (place.backward()) {
                filter.conditions.add("1 = 0");
            }
        }
        String others =
                filter.root
                        + filter.where()
                        + order(sort, descending)
                        + " fetch first :most rows only";
        var query =
                database.createQuery(
                        PINNED_AND_OTHERS.formatted(row(depth), above, others)
                                + (descending
                                        ? " order by x.pinned desc, k.publishedAt desc, k.id desc"
                                        : " order by x.pinned, k.publishedAt, k.id"),
                        Object[].class);
        filter.parameters.put("most", most);
        filter.parameters.forEach(query::setParameter);
        pinned.filter.parameters.forEach((name, value) -> query.setParameter(PINNED + name, value));
        return query.getResultList().stream()
                .map(found -> new Pins.Found((int) found[0] == 1, (NewsRow) found[1]))
                .toList();
    }

    /// The query as part of another one, with names of its own for its parameters.
    private String named(String end) {
        return (filter.root + filter.where() + end).replace(":", ":" + PINNED);
    }

    /// Keeps to the items that were not pinned when the list's first page was read.
    void without(Pins pins) {
        if (!pins.ids().isEmpty()) {
            filter.add(filter.id + " not in :pins", "pins", pins.ids());
        }
    }

    private static boolean descending(NewsSort sort, @Nullable Cursor place) {
        return sort.descending() != (place != null && place.backward());
    }

    private void startAt(NewsSort sort, @Nullable Cursor place) {
        if (place == null) {
            return;
        }
        boolean descending = descending(sort, place);
        String beyond = descending ? " < " : " > ";
        Object key = sort.read(place.place().get(0));
        if (!(sort.byDate() && key instanceof Instant time)) {
            filter.add(column(sort) + beyond.stripTrailing() + "= :place", "place", key);
        } else if (descending) {
            filter.notAfter(time);
        } else {
            filter.notBefore(time);
        }
        filter.parameters.put("place", key);
        filter.add(
                "(" + column(sort) + beyond + ":place or " + filter.id + beyond + ":placeId)",
                "placeId",
                UUID.fromString(place.place().get(1)));
    }

    private String column(NewsSort sort) {
        return switch (sort) {
            case NEWEST, OLDEST -> filter.sortedAt;
            case LAST_UPDATED -> "k.updatedAt";
            case TITLE -> "k.titleKey";
        };
    }

    private String row(BodyDepth depth) {
        return (filter.newsroom ? NEWSROOM_ROW : PUBLIC_ROW).formatted(depth.read);
    }

    private String order(NewsSort sort, boolean descending) {
        String direction = descending ? " desc" : " asc";
        return " order by "
                + (filter.newsroom || sort == NewsSort.LAST_UPDATED ? "" : fixedOrder())
                + column(sort)
                + direction
                + ", "
                + filter.id
                + direction;
    }

    private String fixedOrder() {
        return filter.fixedColumns.stream()
                .map(fixed -> fixed + ", ")
                .collect(Collectors.joining());
    }
}
