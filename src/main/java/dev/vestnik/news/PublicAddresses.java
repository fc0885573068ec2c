package dev.vestnik.news;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands out where all items stand that the public sees and search engines may show. Works in the
/// present transaction, and reads the columns it tells of alone.
@Singleton
public class PublicAddresses {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String VISIBLE =
            """
            from Publication p where p.visibleFrom <= :now and p.visibleUntil > :now
                and (p.headline.seo.noindex is null or p.headline.seo.noindex = false)
            """;
    private static final String ADDRESS =
            """
            select new dev.vestnik.news.PublicAddresses$Address(p.id, p.locale, p.slug, p.translationGroup,
                p.headline.title, p.publishedAt, p.updatedAt, p.headline.seo.canonicalUrl)
            """;

    private final EntityManager database;
    private final InstantSource time;

    PublicAddresses(EntityManager database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /// One item.
    ///
    /// @param canonicalUrl where search engines are to look instead; null for the item's own page
    public record Address(
            UUID id,
            String locale,
            String slug,
            UUID translationGroup,
            String title,
            Instant publishedAt,
            Instant updatedAt,
            @Nullable String canonicalUrl) {}

    /// The ids with which portions of that many items begin, all in the order of their ids.
    public List<UUID> portions(int size) {
        List<UUID> starts = new ArrayList<>();
        List<UUID> next = ids(FIRST, 0);
        while (!next.isEmpty()) {
            starts.addAll(next);
            next = ids(next.get(0), size);
        }
        return starts;
    }

    private List<UUID> ids(UUID from, int skipped) {
        return database.createQuery(
                        "select p.id " + VISIBLE + " and p.id >= :from order by p.id", UUID.class)
                .setParameter("now", time.instant())
                .setParameter("from", from)
                .setFirstResult(skipped)
                .setMaxResults(1)
                .getResultList();
    }

    /// The next items in the order of their ids, from one on or, where it is not there, after it.
    public List<Address> from(UUID id, int most) {
        return walk(" and p.id >= :id", id, most);
    }

    /// The same without that one.
    public List<Address> after(UUID id, int most) {
        return walk(" and p.id > :id", id, most);
    }

    private List<Address> walk(String place, UUID id, int most) {
        return database.createQuery(ADDRESS + VISIBLE + place + " order by p.id", Address.class)
                .setParameter("now", time.instant())
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }

    /// All items of some translation groups.
    public List<Address> ofGroups(Collection<UUID> groups) {
        return database.createQuery(
                        ADDRESS
                                + VISIBLE
                                + " and p.translationGroup in :groups order by p.locale, p.id",
                        Address.class)
                .setParameter("now", time.instant())
                .setParameter("groups", groups)
                .getResultList();
    }

    /// What was published then or later, the newest first.
    public List<Address> since(Instant then, int most) {
        return database.createQuery(
                        ADDRESS
                                + VISIBLE
                                + " and p.publishedAt >= :then and p.publishedAt <= :now"
                                + " order by p.publishedAt desc, p.id desc",
                        Address.class)
                .setParameter("now", time.instant())
                .setParameter("then", then)
                .setMaxResults(most)
                .getResultList();
    }
}
