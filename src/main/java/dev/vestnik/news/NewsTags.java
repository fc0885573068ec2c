package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Dependencies;
import dev.vestnik.edge.Problem;
import dev.vestnik.tag.TagNames;
import dev.vestnik.tag.TagUse;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How news carry tags.
@Singleton
class NewsTags implements TagUse {

    private static final String CARRIERS =
            """
            select count(*) from (
                select item_id from news_item_tag where tag_id = ?
                union select publication_id from publication_tag where tag_id = ?
            ) as carriers\
            """;

    private final EntityManager database;
    private final Reads reads;
    private final TagNames tagNames;
    private final CarriedTags carried;
    private final Dependencies dependencies;
    private final InstantSource time;

    NewsTags(
            EntityManager database,
            Reads reads,
            TagNames tagNames,
            CarriedTags carried,
            Dependencies dependencies,
            InstantSource time) {
        this.database = database;
        this.reads = reads;
        this.tagNames = tagNames;
        this.carried = carried;
        this.dependencies = dependencies;
        this.time = time;
    }

    @Override
    public Map<UUID, Long> published(@Nullable String locale) {
        dependencies.on(NewsKeys.counts(locale));
        var query =
                locale == null
                        ? database.createQuery(
                                "select x.tagId, count(*) from PublicationTag x where x.visibleFrom <= :now and x.visibleUntil > :now group by x.tagId",
                                Object[].class)
                        : database.createQuery(
                                        """
                                        select x.tagId, count(*) from PublicationTag x
                                        where x.locale = :locale and x.visibleFrom <= :now and x.visibleUntil > :now group by x.tagId\
                                        """,
                                        Object[].class)
                                .setParameter("locale", locale);
        Map<UUID, Long> counts = new HashMap<>();
        query.setParameter("now", time.instant())
                .getResultList()
                .forEach(row -> counts.put((UUID) row[0], (Long) row[1]));
        return counts;
    }

    @Override
    public long published(UUID tag, @Nullable String locale) {
        dependencies.on(NewsKeys.count(locale, tag));
        dependencies.on(NewsKeys.losses(locale));
        String carried = "tagId = ?1 and visibleFrom <= ?2 and visibleUntil > ?2";
        return locale == null
                ? PublicationTag.count(carried, tag, time.instant())
                : PublicationTag.count(carried + " and locale = ?3", tag, time.instant(), locale);
    }

    @Override
    public long all(UUID tag) {
        return reads.list(Sql.of(CARRIERS, tag, tag), Row::number).get(0);
    }

    @Override
    public Replaced replaceNext(UUID tag, @Nullable UUID by, @Nullable UUID after) {
        return carried.replaceNext(tag, by, after);
    }

    /// The tags that an editor named by slug or id, each once.
    ///
    /// @throws Problem 422 that points at the first that is none
    List<UUID> named(@Nullable List<String> names) {
        List<String> wanted = names == null ? List.of() : names;
        Map<String, UUID> known = tagNames.ids(wanted);
        LinkedHashSet<UUID> tags = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            UUID tag = known.get(wanted.get(i));
            if (tag == null) {
                throw Problem.invalid("/tags/" + i, "UNKNOWN_TAG", "is no tag's slug or id");
            }
            tags.add(tag);
        }
        return new ArrayList<>(tags);
    }
}
