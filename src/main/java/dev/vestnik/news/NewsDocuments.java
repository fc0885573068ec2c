package dev.vestnik.news;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands out what the public sees now and what is planned for it, for what is derived from the
/// news. Works in the present transaction.
@Singleton
public class NewsDocuments {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String EDITIONS =
            """
            select p.edition, p.id, p.version, p.locale, p.slug, p.headline, p.body.text,
                p.publishedAt, p.updatedAt, p.visibleFrom, p.visibleUntil
            from Publication p where p.visibleUntil > :now\
            """;

    private static final String TAGS =
            """
            select x.edition, x.tagId from PublicationTag x where x.edition in :editions
            order by x.edition, x.position\
            """;

    private final EntityManager database;

    NewsDocuments(EntityManager database) {
        this.database = database;
    }

    /// How many editions there are.
    public long count(Instant now) {
        return Publication.count("visibleUntil > ?1", now);
    }

    /// The editions of some items that have not ended; at most two each.
    public List<PublicEdition> of(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return withTags(
                database.createQuery(EDITIONS + " and p.id in :ids order by p.id", Object[].class)
                        .setParameter("now", now)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /// The next of all editions that have not ended, in the order of their own ids.
    ///
    /// @param edition the last one that was seen; null to begin
    public List<PublicEdition> after(@Nullable UUID edition, int most, Instant now) {
        return withTags(
                database.createQuery(
                                EDITIONS + " and p.edition > :edition order by p.edition",
                                Object[].class)
                        .setParameter("now", now)
                        .setParameter("edition", edition == null ? FIRST : edition)
                        .setMaxResults(most)
                        .getResultList());
    }

    private List<PublicEdition> withTags(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<UUID>> tags = new HashMap<>();
        database.createQuery(TAGS, Object[].class)
                .setParameter("editions", rows.stream().map(row -> (UUID) row[0]).toList())
                .getResultList()
                .forEach(row ->
                        tags.computeIfAbsent((UUID) row[0], edition -> new ArrayList<>())
                                .add((UUID) row[1]));
        return rows.stream()
                .map(row -> edition(row, tags.getOrDefault((UUID) row[0], List.of())))
                .toList();
    }

    private static PublicEdition edition(Object[] row, List<UUID> tags) {
        Headline headline = (Headline) row[5];
        return new PublicEdition(
                (UUID) row[0],
                (UUID) row[1],
                (Long) row[2],
                (String) row[3],
                (String) row[4],
                headline.title(),
                headline.summary(),
                (String) row[6],
                headline.author(),
                headline.cover(),
                headline.readingMinutes(),
                tags,
                (Instant) row[7],
                (Instant) row[8],
                (Instant) row[9],
                (Instant) row[10]);
    }
}
