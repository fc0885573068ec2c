package dev.vestnik.news;

import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Parameters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conditions of a list of news: fixed pieces of HQL, each with its parameters; nothing of the
/// input becomes part of the text.
final class NewsFilter {

    private static final String ALL = "from Publication k";
    private static final String BY_TAG =
            "from PublicationTag t join Publication k on k.edition = t.edition";
    private static final String PINNED_NOW =
            "from Pin f join Publication k on k.edition = f.edition";

    /// What no index knows. H2 takes every locale for rare: it would rather walk through all of one
    /// than begin with the few that are pinned.
    private static final String NO_INDEX = "coalesce(%1$s, %1$s)";

    final boolean newsroom;
    final String root;
    final String sortedAt;
    final String id;
    private final String locale;
    final List<String> conditions = new ArrayList<>();
    final List<String> fixedColumns = new ArrayList<>();
    final Map<String, Object> parameters = new HashMap<>();
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    private NewsFilter(boolean newsroom, String root, String sortedAt, String id, String locale) {
        this.newsroom = newsroom;
        this.root = root;
        this.sortedAt = sortedAt;
        this.id = id;
        this.locale = locale;
    }

    /// The published items that were asked for, as of now.
    static NewsFilter ofPublic(NewsListing wanted, NewsSort sort, Instant now, ZoneId zone) {
        List<Set<String>> tags = tags(wanted);
        boolean byTag = sort.byDate() && !tags.isEmpty() && tags.get(0).size() == 1;
        NewsFilter filter =
                byTag
                        ? new NewsFilter(
                                false, BY_TAG, "t.publishedAt", "t.publicationId", "t.locale")
                        : new NewsFilter(false, ALL, "k.publishedAt", "k.id", "k.locale");
        filter.visible(now);
        if (byTag) {
            filter.fixedColumns.add("t.tagId");
            String tag = tags.remove(0).iterator().next();
            if (Ids.isId(tag)) {
                filter.add("t.tagId = :tag", "tag", UUID.fromString(tag));
            } else {
                filter.add(
                        "t.tagId = (select s.tagId from TagSlug s where s.slug = :tag)",
                        "tag",
                        tag);
            }
        }
        filter.apply(wanted, tags, now, zone);
        return filter;
    }

    /// The published items that were asked for, those that are pinned now or once were.
    static NewsFilter ofPins(NewsListing wanted, @Nullable Pins known, Instant now, ZoneId zone) {
        NewsFilter filter =
                new NewsFilter(
                        false,
                        known == null ? PINNED_NOW : ALL,
                        NO_INDEX.formatted("k.publishedAt"),
                        "k.id",
                        NO_INDEX.formatted("k.locale"));
        filter.visible(now);
        if (known == null) {
            filter.conditions.add("f.pinnedUntil > :now");
        }
        filter.apply(wanted, tags(wanted), now, zone);
        return filter;
    }

    private void visible(Instant now) {
        latest = now;
        add("k.visibleFrom <= :now and k.visibleUntil > :now", "now", now);
    }

    /// The working copies that were asked for.
    ///
    /// @param owner only those of this user; null for all
    static NewsFilter ofNewsroom(
            NewsListing wanted, @Nullable UUID owner, Instant now, ZoneId zone) {
        NewsFilter filter =
                new NewsFilter(true, "from NewsItem k", "k.sortedAt", "k.id", "k.locale");
        if (wanted.status != null) {
            Set<NewsStatus> states =
                    Parameters.constants("status", wanted.status, NewsStatus.class);
            filter.add("k.status in :states", "states", states);
        }
        filter.conditions.add(
                Boolean.TRUE.equals(wanted.trashed)
                        ? "k.trashedAt is not null"
                        : "k.trashedAt is null");
        if (owner != null) {
            filter.add("(k.createdBy = :owner or k.status = 'PUBLISHED')", "owner", owner);
        }
        filter.apply(wanted, tags(wanted), now, zone);
        return filter;
    }

    private static List<Set<String>> tags(NewsListing wanted) {
        List<Set<String>> tags = new ArrayList<>();
        wanted.tag.forEach(group -> tags.add(Parameters.values("tag", group)));
        return tags;
    }

    private void apply(NewsListing wanted, List<Set<String>> tags, Instant now, ZoneId zone) {
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

    void notBefore(Instant time) {
        earliest = earliest == null || earliest.isBefore(time) ? time : earliest;
    }

    void notAfter(@Nullable Instant time) {
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

    void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    String where() {
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
