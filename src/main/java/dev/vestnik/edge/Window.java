package dev.vestnik.edge;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A page of rows, read by key from one row beyond its limit.
///
/// @param rows at most `limit` rows, in the order that was asked
/// @param page where they lie
public record Window<T>(List<T> rows, PageInfo page) {

    /// Makes a page of what a keyset query gave.
    ///
    /// @param found up to `limit + 1` rows, in the direction of the cursor
    /// @param place the values of the sort's columns in a row, the id last
    public static <T> Window<T> of(
            List<T> found,
            int limit,
            Cursors.@Nullable Cursor cursor,
            @Nullable Long total,
            Function<T, List<String>> place,
            Function<Cursors.Cursor, String> written) {
        boolean backward = cursor != null && cursor.backward();
        boolean more = found.size() > limit;
        List<T> rows = new ArrayList<>(more ? found.subList(0, limit) : found);
        if (backward) {
            Collections.reverse(rows);
        }
        boolean hasNext = !rows.isEmpty() && (backward || more);
        boolean hasPrev = !rows.isEmpty() && (backward ? more : cursor != null);
        String next =
                hasNext
                        ? written.apply(
                                new Cursors.Cursor(false, place.apply(rows.get(rows.size() - 1))))
                        : null;
        String prev =
                hasPrev ? written.apply(new Cursors.Cursor(true, place.apply(rows.get(0)))) : null;
        return new Window<>(rows, new PageInfo(limit, next, prev, total));
    }

    /// Makes a page of all that there is of something, the newest first, which its ids are sorted
    /// by.
    ///
    /// @param query the list's name, to which its cursors belong
    /// @param find what a condition in HQL and its values find
    public static <T> Window<T> newestFirst(
            String query,
            Paging wanted,
            Cursors cursors,
            BiFunction<String, Object[], PanacheQuery<T>> find,
            LongSupplier count,
            Function<T, UUID> id) {
        Cursors.Cursor from = wanted.cursor == null ? null : cursors.read(query, wanted.cursor, 1);
        PanacheQuery<T> found;
        if (from == null) {
            found = find.apply("order by id desc", new Object[0]);
        } else {
            found =
                    find.apply(
                            from.backward()
                                    ? "id > ?1 order by id asc"
                                    : "id < ?1 order by id desc",
                            new Object[] {UUID.fromString(from.place().get(0))});
        }
        return of(
                found.page(0, wanted.limit + 1).list(),
                wanted.limit,
                from,
                wanted.total ? count.getAsLong() : null,
                row -> List.of(id.apply(row).toString()),
                at -> cursors.write(query, at));
    }
}
