package dev.vestnik.news;

import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Parameters;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Builds the one query of a list: fixed pieces of HQL, each with its parameters; nothing of the
/// input becomes part of the text.
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
    private static final String ALL = "from Publication k";
    private static final String BY_TAG =
            "from PublicationTag t join Publication k on k.edition = t.edition";
    private static final String PINNED_NOW =
            "from Pin f join Publication k on k.edition = f.edition";

    private final boolean newsroom;
    private final String root;
    private final String sortedAt;
    private final String id;
    private final String locale;
    private final List<String> conditions = new ArrayList<>();
    private final List<String> fixedColumns = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    private NewsQuery(boolean newsroom, boolean byTag, String root) {
        this.newsroom = newsroom;
        this.root = root;
        this.sortedAt = newsroom ? "k.sortedAt" : byTag ? "t.publishedAt" : "k.publishedAt";
        this.id = byTag ? "t.publicationId" : "k.id";
        this.locale = byTag ? "t.locale" : "k.locale";
    }

    /// The published items that were asked for, as of now.
    static NewsQuery ofPublic(NewsListing wanted, NewsSort sort, Instant now, ZoneId zone) {
        List<Set<String>> tags = tags(wanted);
        boolean byTag = sort.byDate() && !tags.isEmpty() && tags.get(0).size() == 1;
        NewsQuery query = visible(byTag, byTag ? BY_TAG : ALL, now);
        if (byTag) {
            query.fixedColumns.add("t.tagId");
            String tag = tags.remove(0).iterator().next();
            if (Ids.isId(tag)) {
                query.add("t.tagId = :tag", "tag", UUID.fromString(tag));
            } else {
                query.add(
                        "t.tagId = (select s.tagId from TagSlug s where s.slug = :tag)",
                        "tag",
                        tag);
            }
        }
        query.filter(wanted, tags, now, zone);
        return query;
    }

    /// The published items that were asked for, those that are pinned now or once were.
    static NewsQuery ofPins(NewsListing wanted, @Nullable Pins known, Instant now, ZoneId zone) {
        NewsQuery query = visible(false, known == null ? PINNED_NOW : ALL, now);
        if (known == null) {
            query.conditions.add("f.pinnedUntil > :now");
        }
        query.filter(wanted, tags(wanted), now, zone);
        return query;
    }

    private static NewsQuery visible(boolean byTag, String root, Instant now) {
        NewsQuery query = new NewsQuery(false, byTag, root);
        query.latest = now;
        query.add("k.visibleFrom <= :now and k.visibleUntil > :now", "now", now);
        return query;
    }

    /// The working copies that were asked for.
    ///
    /// @param owner only those of this user; null for all
    static NewsQuery ofNewsroom(
            NewsListing wanted, @Nullable UUID owner, Instant now, ZoneId zone) {
        NewsQuery query = new NewsQuery(true, false, "from NewsItem k");
        if (wanted.status != null) {
            Set<NewsStatus> states =
                    Parameters.constants("status", wanted.status, NewsStatus.class);
            query.add("k.status in :states", "states", states);
        }
        query.conditions.add(
                Boolean.TRUE.equals(wanted.trashed)
                        ? "k.trashedAt is not null"
                        : "k.trashedAt is null");
        if (owner != null) {
            query.add("(k.createdBy = :owner or k.status = 'PUBLISHED')", "owner", owner);
        }
        query.filter(wanted, tags(wanted), now, zone);
        return query;
    }

    private static List<Set<String>> tags(NewsListing wanted) {
        List<Set<String>> tags = new ArrayList<>();
        wanted.tag.forEach(group -> tags.add(Parameters.values("tag", group)));
        return tags;
    }

    private void filter(NewsListing wanted, List<Set<String>> tags, Instant now, ZoneId zone) {
        if (wanted.locale != null) {
            add(locale + " = :locale", "locale", wanted.locale);
            fixedColumns.add(locale);
        }
        earliest = Parameters.from("from", wanted.from, zone);
        notAfter(Parameters.to("to", wanted.to, zone));
        if (wanted.author != null) {
            add("k.headline.author = :author", "author", wanted.author);
        }
        if (wanted.featured != null) {
            add(
                    wanted.featured
                            ? "k.headline.featuredUntil > :now"
                            : "(k.headline.featuredUntil is null or k.headline.featuredUntil <= :now)",
                    "now",
                    now);
        }
        Instant updatedSince = Parameters.from("updatedSince", wanted.updatedSince, zone);
        if (updatedSince != null) {
            add("k.updatedAt >= :updatedSince", "updatedSince", updatedSince);
        }
        if (wanted.ids != null) {
            add(id + " in :ids", "ids", Parameters.ids("ids", wanted.ids));
        }
        tags.forEach(this::anyOf);
    }

    private void notBefore(Instant time) {
        earliest = earliest == null || earliest.isBefore(time) ? time : earliest;
    }

    private void notAfter(@Nullable Instant time) {
        latest = latest == null || time != null && time.isBefore(latest) ? time : latest;
    }

    private void anyOf(Set<String> tags) {
        Set<UUID> ids = new LinkedHashSet<>();
        Set<String> slugs = new LinkedHashSet<>();
        for (String tag : tags) {
            if (Ids.isId(tag)) {
                ids.add(UUID.fromString(tag));
            } else {
                slugs.add(tag);
            }
        }
        String n = String.valueOf(parameters.size());
        String carried =
                newsroom
                        ? "exists (select 1 from NewsItem i join i.tags c where i.id = k.id and "
                        : "exists (select 1 from PublicationTag x where x.edition = k.edition and ";
        String tag = newsroom ? "c" : "x.tagId";
        List<String> either = new ArrayList<>();
        if (!ids.isEmpty()) {
            either.add(tag + " in :tagIds" + n);
            parameters.put("tagIds" + n, ids);
        }
        if (!slugs.isEmpty()) {
            either.add(
                    tag + " in (select s.tagId from TagSlug s where s.slug in :tagSlugs" + n + ")");
            parameters.put("tagSlugs" + n, slugs);
        }
        conditions.add(carried + "(" + String.join(" or ", either) + "))");
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    long count(EntityManager database) {
        Query query = database.createQuery("select count(*) " + root + where());
        parameters.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    /// Up to `most` rows from a place on, in the place's direction.
    List<NewsRow> rows(
            EntityManager database,
            NewsSort sort,
            @Nullable Cursor place,
            int most,
            boolean withBody) {
        boolean descending = descending(sort, place);
        startAt(sort, place);
        var query =
                database.createQuery(
                        "select " + row(withBody) + root + where() + order(sort, descending),
                        NewsRow.class);
        parameters.forEach(query::setParameter);
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
            boolean withBody,
            @Nullable Pins pins) {
        boolean descending = descending(sort, place);
        String above;
        if (pins == null || place == null) {
            above = pinned.named(pinned.order(sort, true) + " fetch first :most rows only");
            pinned.parameters.put("most", Pins.MOST);
            conditions.add("k.edition not in (select k.edition " + above + ")");
            startAt(sort, place);
        } else {
            pinned.add("k.id in :pins", "pins", pins.beyond(place));
            above = pinned.named(pinned.order(sort, descending));
            without(pins);
            if (!pins.has(place)) {
                startAt(sort, place);
            } else if (place.backward()) {
                conditions.add("1 = 0");
            }
        }
        String others = root + where() + order(sort, descending) + " fetch first :most rows only";
        var query =
                database.createQuery(
                        PINNED_AND_OTHERS.formatted(row(withBody), above, others)
                                + (descending
                                        ? " order by x.pinned desc, k.publishedAt desc, k.id desc"
                                        : " order by x.pinned, k.publishedAt, k.id"),
                        Object[].class);
        parameters.put("most", most);
        parameters.forEach(query::setParameter);
        pinned.parameters.forEach((name, value) -> query.setParameter(PINNED + name, value));
        return query.getResultList().stream()
                .map(found -> new Pins.Found((int) found[0] == 1, (NewsRow) found[1]))
                .toList();
    }

    /// The query as part of another one, with names of its own for its parameters.
    private String named(String end) {
        return (root + where() + end).replace(":", ":" + PINNED);
    }

    /// Keeps to the items that were not pinned when the list's first page was read.
    void without(Pins pins) {
        if (!pins.ids().isEmpty()) {
            add(id + " not in :pins", "pins", pins.ids());
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
            add(column(sort) + beyond.stripTrailing() + "= :place", "place", key);
        } else if (descending) {
            notAfter(time);
        } else {
            notBefore(time);
        }
        parameters.put("place", key);
        add(
                "(" + column(sort) + beyond + ":place or " + id + beyond + ":placeId)",
                "placeId",
                UUID.fromString(place.place().get(1)));
    }

    private String column(NewsSort sort) {
        return switch (sort) {
            case NEWEST, OLDEST -> sortedAt;
            case LAST_UPDATED -> "k.updatedAt";
            case TITLE -> "k.titleKey";
        };
    }

    private String row(boolean withBody) {
        return (newsroom ? NEWSROOM_ROW : PUBLIC_ROW).formatted(withBody ? "k.body" : "null");
    }

    private String order(NewsSort sort, boolean descending) {
        String direction = descending ? " desc" : " asc";
        return " order by "
                + (newsroom || sort == NewsSort.LAST_UPDATED ? "" : fixedOrder())
                + column(sort)
                + direction
                + ", "
                + id
                + direction;
    }

    private String fixedOrder() {
        return fixedColumns.stream().map(fixed -> fixed + ", ").collect(Collectors.joining());
    }

    private String where() {
        List<String> all = new ArrayList<>();
        if (earliest != null) {
            all.add(sortedAt + " >= :earliest");
            parameters.put("earliest", earliest);
        }
        if (latest != null) {
            all.add(sortedAt + " <= :latest");
            parameters.put("latest", latest);
        }
        all.addAll(conditions);
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }
}
