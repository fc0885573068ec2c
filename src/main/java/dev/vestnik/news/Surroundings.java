package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Dependencies;
import dev.vestnik.site.Locales;
import dev.vestnik.tag.TagRef;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands around published items: their tags, the items before and after them, translations,
/// related ones.
@Singleton
class Surroundings {

    private static final int MOST_RELATED = 5;
    private static final String TAG = "tag";

    private static final String TAGS_OF_ONE =
            """
            select 'tag' as what, t.id as id, t.slug as slug, t.names as title, x.position as place
            from publication_tag x join tag t on t.id = x.tag_id
            where x.publication_id = ? and x.visible_from <= ? and x.visible_until > ?\
            """;

    /// H2 walks an index in order only where the order begins with the columns that the index
    /// begins with, though they be fixed.
    private static final String BEFORE =
            """
            select * from (
                select 'previous' as what, p.id as id, p.slug as slug, p.title as title, 0 as place from publication p
                where p.locale = ? and p.published_at <= ? and (p.published_at < ? or p.id < ?)
                    and p.visible_from <= ? and p.visible_until > ?
                order by p.locale, p.published_at desc, p.id desc limit 1) as before_it\
            """;

    private static final String AFTER =
            """
            select * from (
                select 'next' as what, p.id as id, p.slug as slug, p.title as title, 0 as place from publication p
                where p.locale = ? and p.published_at >= ? and (p.published_at > ? or p.id > ?)
                    and p.published_at <= ? and p.visible_from <= ? and p.visible_until > ?
                order by p.locale, p.published_at, p.id limit 1) as after_it\
            """;

    /// The parameters of the three, one after another.
    private static final String AROUND =
            around(Sql.of(TAGS_OF_ONE), Sql.of(BEFORE), Sql.of(AFTER)).toString();

    /// The same among those that carry a tag.
    private static final String BEFORE_IN_TAG =
            """
            select * from (
                select 'previous' as what, p.id as id, p.slug as slug, p.title as title, 0 as place
                from publication_tag c join publication p on p.edition = c.edition
                where c.tag_id = (select s.tag_id from tag_slug s where s.slug = ?) and c.locale = ?
                    and c.published_at <= ? and (c.published_at < ? or c.publication_id < ?)
                    and c.visible_from <= ? and c.visible_until > ?
                order by c.tag_id, c.locale, c.published_at desc, c.publication_id desc limit 1) as before_it\
            """;

    private static final String AFTER_IN_TAG =
            """
            select * from (
                select 'next' as what, p.id as id, p.slug as slug, p.title as title, 0 as place
                from publication_tag c join publication p on p.edition = c.edition
                where c.tag_id = (select s.tag_id from tag_slug s where s.slug = ?) and c.locale = ?
                    and c.published_at >= ? and (c.published_at > ? or c.publication_id > ?)
                    and c.published_at <= ? and c.visible_from <= ? and c.visible_until > ?
                order by c.tag_id, c.locale, c.published_at, c.publication_id limit 1) as after_it\
            """;

    private static final String BEFORE_EACH =
            """
            select k.id,
                (select p.id from publication p where p.locale = k.locale and p.published_at <= k.published_at
                    and (p.published_at < k.published_at or p.id < k.id)
                    and p.visible_from <= ? and p.visible_until > ?
                    order by p.locale, p.published_at desc, p.id desc limit 1),\
            """;

    private static final String AFTER_EACH =
            """

                (select p.id from publication p where p.locale = k.locale and p.published_at >= k.published_at
                    and (p.published_at > k.published_at or p.id > k.id) and p.published_at <= ?
                    and p.visible_from <= ? and p.visible_until > ?
                    order by p.locale, p.published_at, p.id limit 1)
            from publication k where k.visible_from <= ? and k.visible_until > ? and \
            """;

    private static final String TITLES =
            """
            select new dev.vestnik.news.Neighbour(p.id, p.slug, p.headline.title) from Publication p
            where p.id in :ids and p.visibleFrom <= :now and p.visibleUntil > :now\
            """;

    private static final String TRANSLATIONS =
            """
            select p.translationGroup, new dev.vestnik.news.Translation(p.id, p.locale, p.slug, p.headline.title)
            from Publication p where p.translationGroup in :groups and p.visibleFrom <= :now and p.visibleUntil > :now
            order by p.locale\
            """;

    private final Reads reads;
    private final EntityManager database;
    private final LikeThis likeThis;
    private final SharedTags sharedTags;
    private final Dependencies dependencies;
    private final Locales locales;

    Surroundings(
            Reads reads,
            EntityManager database,
            LikeThis likeThis,
            SharedTags sharedTags,
            Dependencies dependencies,
            Locales locales) {
        this.reads = reads;
        this.database = database;
        this.likeThis = likeThis;
        this.sharedTags = sharedTags;
        this.dependencies = dependencies;
        this.locales = locales;
    }

    /// The items published before and after one; null at the ends.
    record Neighbours(@Nullable Neighbour previous, @Nullable Neighbour next) {}

    record OfOne(List<TagRef> tags, Neighbours neighbours) {}

    /// The tags of one published item and its neighbours, in one statement: two statements are an
    /// item.
    ///
    /// @param tag the slug of the tag among whose items the neighbours are looked for; null for all
    OfOne ofOne(NewsRow row, @Nullable String tag, Instant now) {
        UUID id = row.id();
        String locale = row.locale();
        Instant at = row.sortedAt();
        Sql around =
                tag == null
                        ? Sql.of(
                                AROUND, id, now, now, locale, at, at, id, now, now, locale, at, at,
                                id, now, now, now)
                        : around(
                                Sql.of(TAGS_OF_ONE, id, now, now),
                                Sql.of(BEFORE_IN_TAG, tag, locale, at, at, id, now, now),
                                Sql.of(AFTER_IN_TAG, tag, locale, at, at, id, now, now, now));
        List<TagRef> tags = new ArrayList<>();
        Map<String, Neighbour> neighbours = new HashMap<>();
        reads.each(
                around,
                line -> {
                    String what = line.text();
                    UUID other = line.id();
                    String slug = line.text();
                    String title = line.text();
                    if (what.equals(TAG)) {
                        tags.add(TagRef.of(other, slug, TagRef.names(title), locale, locales));
                    } else {
                        neighbours.put(what, new Neighbour(other, slug, title));
                    }
                });
        return new OfOne(tags, new Neighbours(neighbours.get("previous"), neighbours.get("next")));
    }

    private static Sql around(Sql tags, Sql before, Sql after) {
        return Sql.unionAll(List.of(tags, before, after)).add(" order by place");
    }

    /// The neighbours of several published items, each in its own locale, in two statements.
    Map<UUID, Neighbours> neighbours(List<UUID> ids, Instant now) {
        List<Place> places = places(ids, now);
        Map<UUID, Neighbour> titles = titles(beside(places), now);
        Map<UUID, Neighbours> neighbours = new HashMap<>();
        places.forEach(place ->
                neighbours.put(
                        place.id(),
                        new Neighbours(titles.get(place.previous()), titles.get(place.next()))));
        return neighbours;
    }

    /// The ids of all neighbours of several published items.
    Set<UUID> around(List<UUID> ids, Instant now) {
        return beside(places(ids, now));
    }

    /// An item, the one before it and the one after it; null at the ends.
    private record Place(UUID id, @Nullable UUID previous, @Nullable UUID next) {}

    private List<Place> places(List<UUID> ids, Instant now) {
        Sql query =
                Sql.of(BEFORE_EACH, now, now)
                        .add(AFTER_EACH, now, now, now, now, now)
                        .add(Sql.in("k.id", ids));
        return reads.list(query, row -> new Place(row.id(), row.idOrNull(), row.idOrNull()));
    }

    private static Set<UUID> beside(List<Place> places) {
        Set<UUID> beside = new LinkedHashSet<>();
        for (Place place : places) {
            Stream.of(place.previous(), place.next()).filter(Objects::nonNull).forEach(beside::add);
        }
        return beside;
    }

    /// The other published items of each row's translation group.
    Map<UUID, List<Translation>> translations(List<NewsRow> rows, Instant now) {
        Map<UUID, List<Translation>> groups = new HashMap<>();
        database.createQuery(TRANSLATIONS, Object[].class)
                .setParameter(
                        "groups", rows.stream().map(NewsRow::translationGroup).distinct().toList())
                .setParameter("now", now)
                .getResultList()
                .forEach(line -> {
                    Translation translation = (Translation) line[1];
                    dependencies.on(NewsKeys.shown(translation.id()));
                    groups.computeIfAbsent((UUID) line[0], group -> new ArrayList<>())
                            .add(translation);
                });
        Map<UUID, List<Translation>> translations = new HashMap<>();
        for (NewsRow row : rows) {
            dependencies.on(NewsKeys.group(row.translationGroup()));
            translations.put(
                    row.id(),
                    groups.getOrDefault(row.translationGroup(), List.of()).stream()
                            .filter(translation -> !translation.id().equals(row.id()))
                            .toList());
        }
        return translations;
    }

    /// Published items that are like each, by their words and tags.
    Map<UUID, List<Neighbour>> related(List<UUID> ids, Instant now) {
        Map<UUID, List<UUID>> alike = related(ids, MOST_RELATED, now);
        Map<UUID, Neighbour> titles =
                titles(
                        alike.values().stream().flatMap(List::stream).collect(Collectors.toSet()),
                        now);
        Map<UUID, List<Neighbour>> related = new HashMap<>();
        alike.forEach((id, others) ->
                related.put(
                        id, others.stream().map(titles::get).filter(Objects::nonNull).toList()));
        return related;
    }

    /// The same as ids. Where nobody knows an item's words, those that share the most tags with it.
    Map<UUID, List<UUID>> related(List<UUID> ids, int most, Instant now) {
        Map<UUID, List<UUID>> related = new HashMap<>(likeThis.like(ids, most));
        List<UUID> unknown = ids.stream().filter(id -> !related.containsKey(id)).toList();
        related.putAll(sharedTags.with(unknown, most, now));
        return related;
    }

    private Map<UUID, Neighbour> titles(Collection<UUID> ids, Instant now) {
        Map<UUID, Neighbour> titles = new HashMap<>();
        if (!ids.isEmpty()) {
            database.createQuery(TITLES, Neighbour.class)
                    .setParameter("ids", ids)
                    .setParameter("now", now)
                    .getResultList()
                    .forEach(neighbour -> titles.put(neighbour.id(), neighbour));
        }
        return titles;
    }
}
