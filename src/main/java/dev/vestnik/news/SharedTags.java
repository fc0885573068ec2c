package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Published items that share the most tags with others, in the same locale. A tag may be on the
/// whole archive, so only the newest of each tag are looked at; of those all tags count.
@Singleton
class SharedTags {

    /// So many of each tag are looked at.
    static final int NEWEST = 50;

    /// A statement reads no more tags than these, but for those of a single item.
    private static final int TAGS_AT_ONCE = 50;

    private static final String CARRIED =
            "select x.publication_id, x.tag_id, x.locale from publication_tag x where ";

    /// With all their tags. H2 walks an index in order only where the order begins with the columns
    /// that the index begins with, though they be fixed.
    private static final String NEWEST_OF_TAG =
            """
            select n.tag_id, n.locale, n.publication_id, n.published_at, x.tag_id as carried
            from (
                select c.tag_id, c.locale, c.publication_id, c.published_at, c.edition from publication_tag c
                where c.tag_id = ? and c.locale = ?
                    and c.published_at <= ? and c.visible_from <= ? and c.visible_until > ?
                order by c.tag_id, c.locale, c.published_at desc, c.publication_id desc limit ?) as n
                join publication_tag x on x.edition = n.edition\
            """;

    private final Reads reads;

    SharedTags(Reads reads) {
        this.reads = reads;
    }

    /// A tag's items in one locale.
    private record TagPage(UUID tag, String locale) {}

    private record Carrier(UUID id, Instant publishedAt, Set<UUID> tags) {

        long shared(Set<TagPage> pages) {
            return pages.stream().filter(page -> tags.contains(page.tag())).count();
        }
    }

    private record Seeker(UUID id, Set<TagPage> pages) {

        /// Those of the newest of its tags that share the most with it first, then the newest.
        List<UUID> alike(Map<TagPage, Map<UUID, Carrier>> newest, int most) {
            Map<UUID, Carrier> carriers = new HashMap<>();
            pages.forEach(page -> carriers.putAll(newest.getOrDefault(page, Map.of())));
            carriers.remove(id);
            return carriers.values().stream()
                    .sorted(
                            Comparator.comparingLong((Carrier carrier) -> carrier.shared(pages))
                                    .thenComparing(Carrier::publishedAt)
                                    .thenComparing(carrier -> carrier.id().toString())
                                    .reversed())
                    .limit(most)
                    .map(Carrier::id)
                    .toList();
        }
    }

    /// Those that share the most tags with each first, then the newest; nothing for an item that
    /// has no tags.
    Map<UUID, List<UUID>> with(List<UUID> ids, int most, Instant now) {
        Map<UUID, List<UUID>> sharing = new HashMap<>();
        if (!ids.isEmpty()) {
            seek(seekers(ids, now), most, now, sharing);
        }
        return sharing;
    }

    private List<Seeker> seekers(List<UUID> ids, Instant now) {
        Map<UUID, Seeker> seekers = new HashMap<>();
        reads.each(
                Sql.of(CARRIED)
                        .add(Sql.in("x.publication_id", ids))
                        .add(" and x.visible_from <= ? and x.visible_until > ?", now, now),
                row -> {
                    UUID item = row.id();
                    seekers.computeIfAbsent(item, id -> new Seeker(id, new HashSet<>()))
                            .pages()
                            .add(new TagPage(row.id(), row.text()));
                });
        return List.copyOf(seekers.values());
    }

    /// Halves the items until the tags of some fit into a statement: its text stays short, and what
    /// it reads is forgotten before the next.
    private void seek(List<Seeker> seekers, int most, Instant now, Map<UUID, List<UUID>> sharing) {
        Set<TagPage> pages =
                seekers.stream()
                        .flatMap(seeker -> seeker.pages().stream())
                        .collect(Collectors.toSet());
        if (pages.size() > TAGS_AT_ONCE && seekers.size() > 1) {
            int half = seekers.size() / 2;
            seek(seekers.subList(0, half), most, now, sharing);
            seek(seekers.subList(half, seekers.size()), most, now, sharing);
        } else if (!pages.isEmpty()) {
            Map<TagPage, Map<UUID, Carrier>> newest = newest(pages, now);
            seekers.forEach(seeker -> sharing.put(seeker.id(), seeker.alike(newest, most)));
        }
    }

    private Map<TagPage, Map<UUID, Carrier>> newest(Set<TagPage> pages, Instant now) {
        List<Sql> each =
                pages.stream()
                        .map(page ->
                                Sql.of(
                                        NEWEST_OF_TAG,
                                        page.tag(),
                                        page.locale(),
                                        now,
                                        now,
                                        now,
                                        NEWEST))
                        .toList();
        Map<TagPage, Map<UUID, Carrier>> newest = new HashMap<>();
        reads.each(
                Sql.unionAll(each),
                row -> {
                    Map<UUID, Carrier> ofTag =
                            newest.computeIfAbsent(
                                    new TagPage(row.id(), row.text()), page -> new HashMap<>());
                    Carrier carrier = new Carrier(row.id(), row.time(), new HashSet<>());
                    ofTag.putIfAbsent(carrier.id(), carrier);
                    ofTag.get(carrier.id()).tags().add(row.id());
                });
        return newest;
    }
}
