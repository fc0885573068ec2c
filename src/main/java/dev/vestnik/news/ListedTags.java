package dev.vestnik.news;

import dev.vestnik.site.Locales;
import dev.vestnik.tag.TagRef;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/// The tags of a list's items, in one statement. It is SQL, since Hibernate translates a query with
/// a list of ids anew every time, which takes longer than the database does.
@Singleton
class ListedTags {

    private static final String OF_ITEMS =
            """
            select x.item_id as item, t.id as id, t.slug as slug, t.names as names
            from news_item_tag x join tag t on t.id = x.tag_id
            where x.item_id in (:ids) order by x.item_id, x.position\
            """;
    private static final String OF_PUBLICATIONS =
            """
            select x.publication_id as item, t.id as id, t.slug as slug, t.names as names
            from publication_tag x join tag t on t.id = x.tag_id
            where x.publication_id in (:ids) and x.visible_from <= :now and x.visible_until > :now
            order by x.publication_id, x.position\
            """;

    private final EntityManager database;
    private final Locales locales;

    ListedTags(EntityManager database, Locales locales) {
        this.database = database;
        this.locales = locales;
    }

    /// By item, in the order that each gives them; nothing for an item that has none.
    ///
    /// @param newsroom whether the rows are working copies
    Map<UUID, List<TagRef>> of(List<NewsRow> rows, boolean newsroom, Instant now) {
        Map<UUID, String> spoken = new HashMap<>();
        rows.forEach(row -> spoken.put(row.id(), row.locale()));
        NativeQuery<?> query =
                database.createNativeQuery(newsroom ? OF_ITEMS : OF_PUBLICATIONS)
                        .unwrap(NativeQuery.class)
                        .addScalar("item", UUID.class)
                        .addScalar("id", UUID.class)
                        .addScalar("slug", String.class)
                        .addScalar("names", String.class);
        query.setParameterList("ids", spoken.keySet());
        if (!newsroom) {
            query.setParameter("now", now);
        }
        Map<UUID, List<TagRef>> tags = new HashMap<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            UUID item = (UUID) row[0];
            tags.computeIfAbsent(item, id -> new ArrayList<>())
                    .add(
                            TagRef.of(
                                    (UUID) row[1],
                                    (String) row[2],
                                    (String) row[3],
                                    Objects.requireNonNull(spoken.get(item)),
                                    locales));
        }
        return tags;
    }
}
