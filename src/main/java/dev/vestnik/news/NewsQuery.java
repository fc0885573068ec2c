package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Cursors.Cursor;
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

    private final NewsFilter filter;

    NewsQuery(NewsFilter filter) {
        this.filter = filter;
    }

    long count(Reads reads) {
        Sql query = Sql.of("select count(*) from " + filter.root).add(filter.where());
        return reads.list(query, row -> row.number()).get(0);
    }

    /// Up to `most` rows from a place on, in the place's direction.
    List<NewsRow> rows(
            Reads reads, NewsSort sort, @Nullable Cursor place, int most, BodyDepth depth) {
        boolean descending = descending(sort, place);
        startAt(sort, place);
        Sql query =
                Sql.of("select " + NewsRow.columns(filter.newsroom, depth) + " from " + filter.root)
                        .add(filter.where())
                        .add(order(sort, descending))
                        .add(" fetch first ? rows only", most);
        return reads.list(query, row -> NewsRow.read(row, filter.newsroom, depth));
    }

    /// The same of a list by date with everything that is pinned above it, in one statement.
    ///
    /// @param pinned those that are pinned, of the same list
    /// @param pins those of the list's first page; null where this is it
    List<Pins.Found> rowsWithPins(
            Reads reads,
            NewsQuery pinned,
            NewsSort sort,
            @Nullable Cursor place,
            int most,
            BodyDepth depth,
            @Nullable Pins pins) {
        boolean descending = descending(sort, place);
        Sql above;
        if (pins == null || place == null) {
            above =
                    pinned.editions()
                            .add(pinned.order(sort, true))
                            .add(" fetch first ? rows only", Pins.MOST);
            filter.add(Sql.of("k.edition not in (select k.edition").add(above).add(")"));
            startAt(sort, place);
        } else {
            pinned.filter.add(Sql.in("k.id", pins.beyond(place)));
            above = pinned.editions().add(pinned.order(sort, descending));
            without(pins);
            if (!pins.has(place)) {
                startAt(sort, place);
            } else if (place.backward()) {
                filter.add("1 = 0");
            }
        }
        Sql query =
                Sql.of("select " + NewsRow.columns(false, depth) + ", x.pinned from (")
                        .add("(select k.edition as edition, 1 as pinned")
                        .add(above)
                        .add(") union all (select k.edition as edition, 0 as pinned")
                        .add(editions())
                        .add(order(sort, descending))
                        .add(" fetch first ? rows only", most)
                        .add(")) x join publication k on k.edition = x.edition order by ")
                        .add(
                                descending
                                        ? "x.pinned desc, k.published_at desc, k.id desc"
                                        : "x.pinned, k.published_at, k.id");
        return reads.list(
                query,
                row -> {
                    NewsRow found = NewsRow.read(row, false, depth);
                    return new Pins.Found(row.number() == 1, found);
                });
    }

    private Sql editions() {
        return Sql.of(" from " + filter.root).add(filter.where());
    }

    /// Keeps to the items that were not pinned when the list's first page was read.
    void without(Pins pins) {
        if (!pins.ids().isEmpty()) {
            filter.add(Sql.of("not ").add(Sql.in(filter.id, pins.ids())));
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
        String beyond = descending ? " < ?" : " > ?";
        Object key = sort.read(place.place().get(0));
        if (!(sort.byDate() && key instanceof Instant time)) {
            filter.add(column(sort) + (descending ? " <= ?" : " >= ?"), key);
        } else if (descending) {
            filter.notAfter(time);
        } else {
            filter.notBefore(time);
        }
        filter.add(
                "(" + column(sort) + beyond + " or " + filter.id + beyond + ")",
                key,
                UUID.fromString(place.place().get(1)));
    }

    private String column(NewsSort sort) {
        return switch (sort) {
            case NEWEST, OLDEST -> filter.sortedAt;
            case LAST_UPDATED -> "k.updated_at";
            case TITLE -> "k.title_key";
        };
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
