package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import dev.vestnik.site.Locales;
import dev.vestnik.tag.TagRef;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The tags of a list's items, in one statement.
@Singleton
class ListedTags {

    private static final String OF_ITEMS =
            "select x.item_id, t.id, t.slug, t.names from news_item_tag x join tag t on t.id = x.tag_id where ";
    private static final String OF_PUBLICATIONS =
            "select x.publication_id, t.id, t.slug, t.names from publication_tag x join tag t on t.id = x.tag_id where ";

    private final Reads reads;
    private final Locales locales;

    ListedTags(Reads reads, Locales locales) {
        this.reads = reads;
        this.locales = locales;
    }

    /// By item, in the order that each gives them; nothing for an item that has none.
    ///
    /// @param newsroom whether the rows are working copies
    Map<UUID, List<TagRef>> of(List<NewsRow> rows, boolean newsroom, Instant now) {
        Map<UUID, String> spoken = new HashMap<>();
        rows.forEach(row -> spoken.put(row.id(), row.locale()));
        Map<UUID, List<TagRef>> tags = new HashMap<>();
        reads.each(
                newsroom ? ofItems(spoken) : ofPublications(spoken, now),
                row -> {
                    UUID item = row.id();
                    TagRef tag =
                            TagRef.of(
                                    row.id(),
                                    row.text(),
                                    TagRef.names(row.text()),
                                    Objects.requireNonNull(spoken.get(item)),
                                    locales);
                    tags.computeIfAbsent(item, id -> new ArrayList<>()).add(tag);
                });
        return tags;
    }

    private static Sql ofItems(Map<UUID, String> items) {
        return Sql.of(OF_ITEMS)
                .add(Sql.in("x.item_id", items.keySet()))
                .add(" order by x.item_id, x.position");
    }

    private static Sql ofPublications(Map<UUID, String> items, Instant now) {
        return Sql.of(OF_PUBLICATIONS)
                .add(Sql.in("x.publication_id", items.keySet()))
                .add(" and x.visible_from <= ? and x.visible_until > ?", now, now)
                .add(" order by x.publication_id, x.position");
    }
}
