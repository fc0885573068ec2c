package dev.vestnik.news;

import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import dev.vestnik.database.Writes;
import dev.vestnik.tag.TagUse.Replaced;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes a tag from those that carry it, or gives them another in its place. A tag may be on the
/// whole archive: it is done for some hundred items at a time, and reads none of their texts.
@Singleton
class CarriedTags {

    /// Of items. H2 writes each of them whole, with its texts, and others wait meanwhile.
    static final int AT_ONCE = 100;

    private static final String CARRIERS =
            """
            select item from (
                (select item_id as item from news_item_tag where tag_id = ? and item_id > ?
                    order by item_id fetch first ? rows only)
                union (select distinct publication_id from publication_tag where tag_id = ? and publication_id > ?
                    order by publication_id fetch first ? rows only)
            ) as carriers order by item fetch first ? rows only\
            """;
    private static final String COPIES =
            "select item_id from news_item_tag where tag_id = ? and item_id between ? and ?";

    private static final String SAVED = "update news_item set version = version + 1 where ";
    private static final String TAGS = "select item_id, tag_id from news_item_tag where ";
    private static final String NO_TAGS = "delete from news_item_tag where ";
    private static final String TAG =
            "insert into news_item_tag (item_id, position, tag_id) values (?, ?, ?)";

    private static final String CARRYING =
            "select edition from publication_tag where tag_id = ? and publication_id between ? and ?";
    private static final String SEEN =
            "update publication set updated_at = ? where visible_from <= ? and visible_until > ? and ";
    private static final String PUBLIC_TAGS =
            "select edition, publication_id, locale, published_at, visible_from, visible_until, tag_id"
                    + " from publication_tag where ";
    private static final String NO_PUBLIC_TAGS = "delete from publication_tag where ";
    private static final String PUBLIC_TAG =
            "insert into publication_tag (edition, publication_id, locale, published_at, visible_from, visible_until,"
                    + " position, tag_id) values (?, ?, ?, ?, ?, ?, ?, ?)";

    /// Less than every id.
    private static final UUID FIRST = new UUID(0, 0);

    private final Reads reads;
    private final Writes writes;
    private final ChangeLog changes;
    private final InstantSource time;

    CarriedTags(Reads reads, Writes writes, ChangeLog changes, InstantSource time) {
        this.reads = reads;
        this.writes = writes;
        this.changes = changes;
        this.time = time;
    }

    /// What becomes of a tag.
    ///
    /// @param by the other in its place; null for none
    private record Replacement(UUID tag, @Nullable UUID by) {

        /// Adds a tag that is carried, or what becomes of it, to those that stand before it.
        void carryOver(UUID carried, Set<UUID> tags) {
            if (!carried.equals(tag)) {
                tags.add(carried);
            } else if (by != null) {
                tags.add(by);
            }
        }
    }

    /// An edition, as it stands beside each of its tags.
    private record Edition(
            UUID edition,
            UUID item,
            String locale,
            Instant publishedAt,
            Instant visibleFrom,
            Instant visibleUntil) {

        static Edition read(Row row) throws SQLException {
            return new Edition(row.id(), row.id(), row.text(), row.time(), row.time(), row.time());
        }

        boolean isVisible(Instant now) {
            return !visibleFrom.isAfter(now) && visibleUntil.isAfter(now);
        }
    }

    /// Some items, as `TagUse` says.
    Replaced replaceNext(UUID tag, @Nullable UUID by, @Nullable UUID after) {
        UUID begin = after == null ? FIRST : after;
        List<UUID> items =
                reads.list(
                        Sql.of(CARRIERS, tag, begin, AT_ONCE, tag, begin, AT_ONCE, AT_ONCE),
                        Row::id);
        if (items.isEmpty()) {
            return new Replaced(0, null);
        }
        UUID first = items.get(0);
        UUID last = items.get(items.size() - 1);
        Replacement change = new Replacement(tag, by);
        List<UUID> copies = reads.list(Sql.of(COPIES, tag, first, last), Row::id);
        if (!copies.isEmpty()) {
            saveWorkingCopies(copies, change);
        }
        List<UUID> editions = reads.list(Sql.of(CARRYING, tag, first, last), Row::id);
        if (!editions.isEmpty()) {
            saveEditions(editions, change);
        }
        return new Replaced(items.size(), items.size() < AT_ONCE ? null : last);
    }

    /// Whoever edits one of them meanwhile waits, and is told then that it has changed.
    private void saveWorkingCopies(List<UUID> items, Replacement change) {
        writes.update(Sql.of(SAVED).add(Sql.in("id", items)));
        Map<UUID, Set<UUID>> tags = new LinkedHashMap<>();
        reads.each(
                Sql.of(TAGS).add(Sql.in("item_id", items)).add(" order by item_id, position"),
                row -> {
                    Set<UUID> before =
                            tags.computeIfAbsent(row.id(), item -> new LinkedHashSet<>());
                    change.carryOver(row.id(), before);
                });
        writes.update(Sql.of(NO_TAGS).add(Sql.in("item_id", items)));
        List<List<Object>> rows = new ArrayList<>();
        tags.forEach((item, carried) -> {
            int position = 0;
            for (UUID tag : carried) {
                rows.add(List.of(item, position++, tag));
            }
        });
        writes.insert(TAG, rows);
    }

    /// What the public sees of them has changed now.
    private void saveEditions(List<UUID> editions, Replacement change) {
        Instant now = time.instant();
        Sql carriers = Sql.in("edition", editions);
        writes.update(Sql.of(SEEN, now, now, now).add(carriers));
        Map<Edition, Set<UUID>> tags = new LinkedHashMap<>();
        reads.each(
                Sql.of(PUBLIC_TAGS).add(carriers).add(" order by edition, position"),
                row -> {
                    Set<UUID> before =
                            tags.computeIfAbsent(Edition.read(row), each -> new LinkedHashSet<>());
                    change.carryOver(row.id(), before);
                });
        writes.update(Sql.of(NO_PUBLIC_TAGS).add(carriers));
        List<List<Object>> rows = new ArrayList<>();
        tags.forEach((edition, carried) -> {
            int position = 0;
            for (UUID tag : carried) {
                rows.add(
                        List.of(
                                edition.edition(),
                                edition.item(),
                                edition.locale(),
                                edition.publishedAt(),
                                edition.visibleFrom(),
                                edition.visibleUntil(),
                                position++,
                                tag));
            }
            if (edition.isVisible(now)) {
                changes.append(ChangeKind.NEWS, edition.item(), edition.locale(), "updated");
            }
        });
        writes.insert(PUBLIC_TAG, rows);
    }
}
