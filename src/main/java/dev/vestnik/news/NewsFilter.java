package dev.vestnik.news;

import dev.vestnik.database.Sql;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Parameters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conditions of a list of news.
final class NewsFilter {

    private static final String ALL = "publication k";
    private static final String BY_TAG =
            "publication_tag t join publication k on k.edition = t.edition";
    private static final String PINNED_NOW = "pin f join publication k on k.edition = f.edition";

    final boolean newsroom;
    final String root;
    final String sortedAt;
    final String id;
    private final String locale;
    final List<String> fixedColumns = new ArrayList<>();
    private final List<Sql> conditions = new ArrayList<>();
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
                                false, BY_TAG, "t.published_at", "t.publication_id", "t.locale")
                        : new NewsFilter(false, ALL, "k.published_at", "k.id", "k.locale");
        filter.visible(now);
        if (byTag) {
            filter.fixedColumns.add("t.tag_id");
            String tag = tags.remove(0).iterator().next();
            if (Ids.isId(tag)) {
                filter.add("t.tag_id = ?", UUID.fromString(tag));
            } else {
                filter.add("t.tag_id = (select s.tag_id from tag_slug s where s.slug = ?)", tag);
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
                        noIndex("k.published_at"),
                        "k.id",
                        noIndex("k.locale"));
        filter.visible(now);
        if (known == null) {
            filter.add("f.pinned_until > ?", now);
        }
        filter.apply(wanted, tags(wanted), now, zone);
        return filter;
    }

    /// What no index knows. H2 takes every locale for rare: it would rather walk through all of one
    /// than begin with the few that are pinned.
    private static String noIndex(String column) {
        return "coalesce(" + column + ", " + column + ")";
    }

    private void visible(Instant now) {
        latest = now;
        add("k.visible_from <= ? and k.visible_until > ?", now, now);
    }

    /// The working copies that were asked for.
    ///
    /// @param owner only those of this user; null for all
    static NewsFilter ofNewsroom(
            NewsListing wanted, @Nullable UUID owner, Instant now, ZoneId zone) {
        NewsFilter filter = new NewsFilter(true, "news_item k", "k.sorted_at", "k.id", "k.locale");
        if (wanted.status != null) {
            Set<NewsStatus> states =
                    Parameters.constants("status", wanted.status, NewsStatus.class);
            filter.add(Sql.in("k.status", states.stream().map(NewsStatus::name).toList()));
        }
        filter.add(
                Boolean.TRUE.equals(wanted.trashed)
                        ? "k.trashed_at is not null"
                        : "k.trashed_at is null");
        if (owner != null) {
            filter.add("(k.created_by = ? or k.status = 'PUBLISHED')", owner);
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
            add(locale + " = ?", wanted.locale);
            fixedColumns.add(locale);
        }
        earliest = Parameters.from("from", wanted.from, zone);
        notAfter(Parameters.to("to", wanted.to, zone));
        if (wanted.author != null) {
            add("k.author = ?", wanted.author);
        }
        if (wanted.featured != null) {
            add(
                    wanted.featured
                            ? "k.featured_until > ?"
                            : "(k.featured_until is null or k.featured_until <= ?)",
                    now);
        }
        Instant updatedSince = Parameters.from("updatedSince", wanted.updatedSince, zone);
        if (updatedSince != null) {
            add("k.updated_at >= ?", updatedSince);
        }
        if (wanted.ids != null) {
            add(Sql.in(id, Parameters.ids("ids", wanted.ids)));
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
        String tag = newsroom ? "c.tag_id" : "x.tag_id";
        List<Sql> either = new ArrayList<>();
        if (!ids.isEmpty()) {
            either.add(Sql.in(tag, ids));
        }
        if (!slugs.isEmpty()) {
            either.add(
                    Sql.of(tag + " in (select s.tag_id from tag_slug s where ")
                            .add(Sql.in("s.slug", slugs))
                            .add(")"));
        }
        add(
                Sql.of(
                                newsroom
                                        ? "exists (select 1 from news_item_tag c where c.item_id = k.id and ("
                                        : "exists (select 1 from publication_tag x where x.edition = k.edition and (")
                        .add(Sql.joined(" or ", either))
                        .add("))"));
    }

    void add(String condition, Object... values) {
        add(Sql.of(condition, values));
    }

    void add(Sql condition) {
        conditions.add(condition);
    }

    Sql where() {
        List<Sql> all = new ArrayList<>();
        if (earliest != null) {
            all.add(Sql.of(sortedAt + " >= ?", earliest));
        }
        if (latest != null) {
            all.add(Sql.of(sortedAt + " <= ?", latest));
        }
        all.addAll(conditions);
        return all.isEmpty() ? Sql.of("") : Sql.of(" where ").add(Sql.joined(" and ", all));
    }
}
