package dev.vestnik.tag;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.QueryParameters;
import dev.vestnik.edge.Window;
import dev.vestnik.site.Locales;
import dev.vestnik.text.Collation;
import dev.vestnik.text.Folding;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The list of tags. A newsroom's vocabulary fits into memory, where its names can be sorted as its
/// languages want.
@QueryParameters
public class TagListing extends Paging {

    private static final String BY_NAME = "name";
    private static final String BY_USE = "-newsCount";

    @RestQuery
    @Parameter(
            description = "Counts items in this locale only, and sorts by the names in it.",
            example = "ru")
    public @Nullable String locale;

    @RestQuery
    @Parameter(description = "Part of a name or alias in any language.")
    public @Nullable String q;

    @RestQuery
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {BY_NAME, BY_USE},
                            defaultValue = BY_NAME))
    public @Nullable String sort;

    /// What tags are sorted by.
    private record Place(long newsCount, String nameKey, String id) {

        static Place of(List<String> written) {
            return new Place(Long.parseLong(written.get(0)), written.get(1), written.get(2));
        }

        List<String> written() {
            return List.of(String.valueOf(newsCount), nameKey, id);
        }
    }

    private record Row(Tag tag, Place place) {}

    TagPage page(TagUse use, Locales locales, Cursors cursors) {
        String known = locales.parameter(locale);
        Comparator<Place> order = order();
        String query = "tags\n" + known + '\n' + q + '\n' + sort;
        Cursors.Cursor from = cursor == null ? null : cursors.read(query, cursor, 3);
        Map<UUID, Long> counts = use.published(known);
        String shownIn = locales.parameterOrDefault(known);
        List<Row> rows =
                Tag.<Tag>streamAll()
                        .filter(this::matches)
                        .map(tag ->
                                row(
                                        tag,
                                        counts.getOrDefault(tag.id, 0L),
                                        locales.present(shownIn, tag.names)))
                        .toList();
        List<Row> found = after(rows, from, order).limit(limit + 1L).toList();
        Window<Row> window =
                Window.of(
                        found,
                        limit,
                        from,
                        total ? (long) rows.size() : null,
                        row -> row.place().written(),
                        at -> cursors.write(query, at));
        return new TagPage(
                window.rows().stream()
                        .map(row -> TagView.of(row.tag(), row.place().newsCount()))
                        .toList(),
                window.page());
    }

    private static Stream<Row> after(
            List<Row> rows, Cursors.@Nullable Cursor from, Comparator<Place> order) {
        if (from == null) {
            return rows.stream().sorted(Comparator.comparing(Row::place, order));
        }
        Comparator<Place> direction = from.backward() ? order.reversed() : order;
        Place place = Place.of(from.place());
        return rows.stream()
                .filter(row -> direction.compare(row.place(), place) > 0)
                .sorted(Comparator.comparing(Row::place, direction));
    }

    private Comparator<Place> order() {
        Comparator<Place> byName = Comparator.comparing(Place::nameKey).thenComparing(Place::id);
        if (sort == null || sort.equals(BY_NAME)) {
            return byName;
        }
        if (sort.equals(BY_USE)) {
            return Comparator.comparingLong(Place::newsCount).reversed().thenComparing(byName);
        }
        throw Problem.parameter(
                "sort", "UNKNOWN_SORT", "must be one of " + BY_NAME + ", " + BY_USE);
    }

    private boolean matches(Tag tag) {
        if (q == null || q.isBlank()) {
            return true;
        }
        String wanted = Folding.of(q);
        return Stream.concat(tag.names.values().stream(), tag.aliases.stream())
                .anyMatch(name -> Folding.of(name).contains(wanted));
    }

    private static Row row(Tag tag, long newsCount, String presentLocale) {
        String key =
                HexFormat.of().formatHex(Collation.key(presentLocale, tag.name(presentLocale)));
        return new Row(tag, new Place(newsCount, key, tag.id.toString()));
    }
}
