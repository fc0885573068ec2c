package dev.vestnik.news;

import dev.vestnik.database.StoredJson;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands out what the public sees now and what is planned for it, and what the newsroom works on,
/// for what is derived from the news. Works in the present transaction.
@Singleton
public class NewsDocuments {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String EDITIONS =
            """
            select p.edition, p.id, p.version, p.locale, p.slug, p.headline, p.body.text,
                p.publishedAt, p.publishedAt, p.updatedAt, p.visibleFrom, p.visibleUntil
            from Publication p where p.visibleUntil > :now\
            """;

    private static final String EDITIONS_TAGS =
            """
            select x.edition, x.tagId from PublicationTag x where x.edition in :keys
            order by x.edition, x.position\
            """;

    private static final String WORKING_COPIES =
            """
            select i.id, i.id, i.version, i.locale, i.slug, i.headline, i.body.text,
                i.publishedAt, i.sortedAt, i.updatedAt, i.status, i.createdBy, i.pendingChanges
            from NewsItem i where i.trashedAt is null\
            """;

    private static final String WORKING_COPIES_TAGS =
            """
            select i.id, c from NewsItem i join i.tags c where i.id in :keys
            order by i.id, index(c)\
            """;

    private final EntityManager database;

    NewsDocuments(EntityManager database) {
        this.database = database;
    }

    /// How many items there are, less what is in the trash.
    public long count() {
        return NewsItem.count("trashedAt is null");
    }

    /// The editions of some items that have not ended; at most two each.
    public List<PublicEdition> editions(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? List.of()
                : editions(
                        query(EDITIONS + " and p.id in :ids order by p.id")
                                .setParameter("now", now)
                                .setParameter("ids", ids));
    }

    /// The working copies of some items, less what is in the trash. Only these have editions.
    public List<WorkingCopy> workingCopies(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : workingCopies(
                        query(WORKING_COPIES + " and i.id in :ids order by i.id")
                                .setParameter("ids", ids));
    }

    /// The next of all working copies that are not in the trash, in the order of their ids.
    ///
    /// @param id of the last one that was seen; null to begin
    public List<WorkingCopy> workingCopiesAfter(@Nullable UUID id, int most) {
        return workingCopies(
                query(WORKING_COPIES + " and i.id > :id order by i.trashedAt, i.id")
                        .setParameter("id", id == null ? FIRST : id)
                        .setMaxResults(most));
    }

    private TypedQuery<Object[]> query(String wanted) {
        return database.createQuery(wanted, Object[].class);
    }

    private List<PublicEdition> editions(TypedQuery<Object[]> query) {
        List<Object[]> rows = query.getResultList();
        Map<UUID, List<UUID>> tags = tags(EDITIONS_TAGS, rows);
        return rows.stream()
                .map(row ->
                        new PublicEdition(
                                copy(row, NewsStatus.PUBLISHED, tags),
                                (Instant) row[10],
                                (Instant) row[11]))
                .toList();
    }

    private List<WorkingCopy> workingCopies(TypedQuery<Object[]> query) {
        List<Object[]> rows = query.getResultList();
        Map<UUID, List<UUID>> tags = tags(WORKING_COPIES_TAGS, rows);
        return rows.stream()
                .map(row -> {
                    NewsStatus status = (NewsStatus) row[10];
                    return new WorkingCopy(
                            copy(row, status, tags),
                            (UUID) row[11],
                            status == NewsStatus.PUBLISHED && !((Boolean) row[12]));
                })
                .toList();
    }

    /// The tags of each row, by what the row begins with.
    private Map<UUID, List<UUID>> tags(String carried, List<Object[]> rows) {
        Map<UUID, List<UUID>> tags = new HashMap<>();
        if (!rows.isEmpty()) {
            query(carried)
                    .setParameter("keys", rows.stream().map(row -> (UUID) row[0]).toList())
                    .getResultList()
                    .forEach(row ->
                            tags.computeIfAbsent((UUID) row[0], key -> new ArrayList<>())
                                    .add((UUID) row[1]));
        }
        return tags;
    }

    private static NewsCopy copy(Object[] row, NewsStatus status, Map<UUID, List<UUID>> tags) {
        Headline headline = (Headline) row[5];
        return new NewsCopy(
                (UUID) row[1],
                (Long) row[2],
                (String) row[3],
                (String) row[4],
                status,
                headline.title(),
                headline.summary(),
                Body.letters((StoredJson) row[6]),
                headline.author(),
                headline.cover(),
                headline.readingMinutes(),
                tags.getOrDefault((UUID) row[0], List.of()),
                (Instant) row[7],
                (Instant) row[8],
                (Instant) row[9]);
    }
}
