package dev.vestnik.news;

import dev.vestnik.audit.AuditLog;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Plans what is to become of items, and carries it out. What the public sees follows from the
/// editions and the clock alone; here the books are kept.
@Singleton
class Schedule {

    private static final Duration FARTHEST = Duration.ofDays(3660);

    private static final String DUE =
            "select id from schedule_entry where item_id = ? and at <= ? fetch first ? rows only";

    private final EntityManager database;
    private final Reads reads;
    private final NewsSlugs slugs;
    private final ChangeLog changes;
    private final AuditLog audit;
    private final InstantSource time;

    Schedule(
            EntityManager database,
            Reads reads,
            NewsSlugs slugs,
            ChangeLog changes,
            AuditLog audit,
            InstantSource time) {
        this.database = database;
        this.reads = reads;
        this.slugs = slugs;
        this.changes = changes;
        this.audit = audit;
        this.time = time;
    }

    /// Plans an action, or moves it to another time where it was planned already.
    ///
    /// @throws Problem 422 where the time lies too far away or on the wrong side of the other
    ///   action, 409 where there is nothing to take back
    void plan(NewsItem item, ScheduleAction action, Instant when, @Nullable String by) {
        plan(Ids.next(), item, action, when, by);
    }

    /// The same; a new entry has a known id.
    void plan(UUID id, NewsItem item, ScheduleAction action, Instant when, @Nullable String by) {
        Instant now = time.instant();
        Instant at = when.truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now.plus(FARTHEST))) {
            throw Problem.invalid("/at", "OUT_OF_RANGE", "must lie within ten years");
        }
        boolean shown = Publication.visible(item.id, now).isPresent();
        if (!shown) {
            requireOrder(item, action, at);
        }
        ScheduleEntry entry =
                ScheduleEntry.of(item.id, action)
                        .orElseGet(() -> {
                            ScheduleEntry planned = new ScheduleEntry();
                            planned.id = id;
                            planned.itemId = item.id;
                            planned.action = action;
                            return planned;
                        });
        entry.at = at;
        entry.createdBy = by;
        entry.createdAt = now;
        entry.persist();
        item.moved(shown ? item.status : NewsStatus.SCHEDULED, now);
        Editions.plan(item, now);
        changes.append(ChangeKind.NEWS, item.id, item.locale, "scheduled");
    }

    /// What the public does not see yet begins before it ends.
    private static void requireOrder(NewsItem item, ScheduleAction action, Instant at) {
        ScheduleAction other =
                action == ScheduleAction.PUBLISH
                        ? ScheduleAction.UNPUBLISH
                        : ScheduleAction.PUBLISH;
        Optional<ScheduleEntry> planned = ScheduleEntry.of(item.id, other);
        if (action == ScheduleAction.UNPUBLISH && planned.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_STATE, "It is neither published nor about to be.");
        }
        planned.ifPresent(entry -> {
            boolean inOrder =
                    action == ScheduleAction.PUBLISH ? at.isBefore(entry.at) : at.isAfter(entry.at);
            if (!inOrder) {
                throw Problem.invalid(
                        "/at",
                        "OUT_OF_ORDER",
                        "must lie "
                                + (action == ScheduleAction.PUBLISH ? "before" : "after")
                                + " what is planned for "
                                + entry.at);
            }
        });
    }

    /// Cancels one entry. An item that waited for its publication is a draft again, and its end is
    /// no longer planned either.
    void cancel(NewsItem item, ScheduleEntry entry) {
        Instant now = time.instant();
        boolean waited = item.status == NewsStatus.SCHEDULED;
        entry.delete();
        if (waited && entry.action == ScheduleAction.PUBLISH) {
            ScheduleEntry.delete("itemId", item.id);
            item.withdrawn(now);
        } else {
            item.moved(item.status, now);
        }
        Editions.plan(item, now);
        changes.append(ChangeKind.NEWS, item.id, item.locale, "unscheduled");
    }

    /// Forgets whatever is planned for an item.
    static void forget(NewsItem item) {
        ScheduleEntry.delete("itemId", item.id);
    }

    /// Forgets the publication that is planned, because it happens now.
    ///
    /// @return whether there was one
    static boolean forgetPublication(NewsItem item) {
        return item.canBePlanned()
                && ScheduleEntry.delete(
                                "itemId = ?1 and action = ?2", item.id, ScheduleAction.PUBLISH)
                        > 0;
    }

    /// A save of an item whose publication is planned changes what will be seen then.
    void saved(NewsItem item) {
        if (item.canBePlanned() && ScheduleEntry.of(item.id, ScheduleAction.PUBLISH).isPresent()) {
            Editions.plan(item, time.instant());
        }
    }

    /// What is planned for an item.
    static NewsSchedule of(NewsItem item) {
        return item.canBePlanned() ? of(item.id) : NewsSchedule.NONE;
    }

    /// The same, whatever state the item is in.
    static NewsSchedule of(UUID itemId) {
        Map<ScheduleAction, Instant> planned = new EnumMap<>(ScheduleAction.class);
        ScheduleEntry.<ScheduleEntry>list("itemId", itemId)
                .forEach(entry -> planned.put(entry.action, entry.at));
        return new NewsSchedule(
                planned.get(ScheduleAction.PUBLISH), planned.get(ScheduleAction.UNPUBLISH));
    }

    /// Carries out what of an item's is due, before anything else is done to it.
    void settle(UUID itemId) {
        Instant now = time.instant();
        if (reads.list(Sql.of(DUE, itemId, now, 1), Row::id).isEmpty()) {
            return;
        }
        database.createNativeQuery("select id from news_item where id = :id for update", UUID.class)
                .setParameter("id", itemId)
                .getResultList();
        carryOutDue(itemId, now);
    }

    /// Carries out what of an item's is due, unless another node is at it.
    void claim(UUID itemId) {
        boolean free =
                !database.createNativeQuery(
                                "select id from news_item where id = :id for update skip locked",
                                UUID.class)
                        .setParameter("id", itemId)
                        .getResultList()
                        .isEmpty();
        if (free) {
            carryOutDue(itemId, time.instant());
        }
    }

    private void carryOutDue(UUID itemId, Instant now) {
        NewsItem item = NewsItem.findById(itemId);
        for (ScheduleEntry entry : ScheduleEntry.due(itemId, now)) {
            carryOut(item, entry);
        }
    }

    private void carryOut(NewsItem item, ScheduleEntry entry) {
        boolean shownBefore = Editions.removeEnded(item.id, entry.at);
        entry.delete();
        audit.carriedOut(entry.createdBy, "Schedule_" + entry.action, "news", item.id.toString());
        if (entry.action == ScheduleAction.PUBLISH) {
            item.published(entry.at, null);
            slugs.published(item);
            changes.append(
                    ChangeKind.NEWS, item.id, item.locale, shownBefore ? "updated" : "published");
        } else {
            item.withdrawn(entry.at);
            if (ScheduleEntry.of(item.id, ScheduleAction.PUBLISH).isPresent()) {
                item.moved(NewsStatus.SCHEDULED, entry.at);
            }
            changes.append(ChangeKind.NEWS, item.id, item.locale, "unpublished");
        }
    }
}
