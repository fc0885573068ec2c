package dev.vestnik.news;

import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows items to the public, and takes them back.
@Singleton
class Publishing {

    private final ChangeLog changes;
    private final Schedule schedule;
    private final NewsSlugs slugs;
    private final InstantSource time;

    Publishing(ChangeLog changes, Schedule schedule, NewsSlugs slugs, InstantSource time) {
        this.changes = changes;
        this.schedule = schedule;
        this.slugs = slugs;
        this.time = time;
    }

    /// Shows the item as its editors have it: now, or at a time to come as they have it then.
    ///
    /// @param at a time to come, or a past one to date it by; null for now, or for its first one
    ///   where it has been public before
    /// @param by the name of who wants it
    void publish(NewsItem item, @Nullable Instant at, @Nullable String by) {
        requireNotTrashed(item);
        Instant now = time.instant();
        if (at != null && at.isAfter(now)) {
            schedule.plan(item, ScheduleAction.PUBLISH, at, by);
            return;
        }
        boolean isNew = !item.wasPublic && !item.canBePlanned();
        boolean wasPlanned = Schedule.forgetPublication(item);
        item.published(now, at);
        if (isNew) {
            Editions.showFirst(item, now);
        }
        boolean first = isNew || Editions.show(item, now);
        slugs.published(item);
        if (wasPlanned) {
            Editions.plan(item, now);
        }
        changes.append(ChangeKind.NEWS, item.id, item.locale, first ? "published" : "updated");
    }

    /// Takes the item back, what is planned for it too; it is a draft again.
    ///
    /// @param at a time to come to do it at; null for now
    /// @param by the name of who wants it
    void unpublish(NewsItem item, @Nullable Instant at, @Nullable String by) {
        requireNotTrashed(item);
        if (at != null) {
            if (!at.isAfter(time.instant())) {
                throw Problem.invalid("/at", "IN_THE_PAST", "must be in the future");
            }
            schedule.plan(item, ScheduleAction.UNPUBLISH, at, by);
            return;
        }
        boolean waited = item.status == NewsStatus.SCHEDULED;
        if (!takeBack(item) && !waited) {
            throw Problem.of(ProblemType.INVALID_STATE, "It is not published.");
        }
        item.withdrawn(time.instant());
        changes.append(
                ChangeKind.NEWS, item.id, item.locale, waited ? "unscheduled" : "unpublished");
    }

    /// Puts the item into the trash, out of the public's sight.
    void trash(NewsItem item) {
        requireNotTrashed(item);
        boolean waited = item.status == NewsStatus.SCHEDULED;
        boolean wasShown = takeBack(item);
        item.trashed(time.instant());
        String unseen = waited ? "unscheduled" : "trashed";
        changes.append(ChangeKind.NEWS, item.id, item.locale, wasShown ? "unpublished" : unseen);
    }

    /// Hands a draft to the editors.
    void submit(NewsItem item) {
        requireNotTrashed(item);
        if (item.status != NewsStatus.DRAFT) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "Only a draft is handed in; it is " + item.status + ".");
        }
        item.moved(NewsStatus.IN_REVIEW, time.instant());
        changes.append(ChangeKind.NEWS, item.id, item.locale, "submitted");
    }

    /// Takes the item from the public for good.
    void archive(NewsItem item) {
        requireNotTrashed(item);
        if (!takeBack(item)) {
            throw Problem.of(ProblemType.INVALID_STATE, "Only what is published is archived.");
        }
        item.moved(NewsStatus.ARCHIVED, time.instant());
        changes.append(ChangeKind.NEWS, item.id, item.locale, "unpublished");
    }

    /// Makes a draft again of what is in the trash, archived or handed in.
    void restore(NewsItem item) {
        boolean away =
                item.trashedAt != null
                        || item.status == NewsStatus.ARCHIVED
                        || item.status == NewsStatus.IN_REVIEW;
        if (!away) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "It is not in the trash, not archived and not handed in.");
        }
        item.restored(time.instant());
        changes.append(ChangeKind.NEWS, item.id, item.locale, "restored");
    }

    /// Adds to the log of corrections; the public sees it with the next publication.
    void correct(NewsItem item, String text) {
        requireNotTrashed(item);
        List<Correction> corrections = new ArrayList<>(item.corrections);
        corrections.add(new Correction(time.instant(), text));
        item.corrections = corrections;
        item.saved(time.instant());
        schedule.saved(item);
        changes.append(ChangeKind.NEWS, item.id, item.locale, "saved");
    }

    /// Does away with what is in the trash. Slugs that the public knew go on answering 410.
    void purge(NewsItem item) {
        if (item.trashedAt == null) {
            throw Problem.of(ProblemType.INVALID_STATE, "It is not in the trash.");
        }
        NewsSlug.delete("itemId = ?1 and wasPublic = false", item.id);
        item.delete();
        changes.append(ChangeKind.NEWS, item.id, item.locale, "purged");
    }

    /// Says whether the public saw it.
    private boolean takeBack(NewsItem item) {
        boolean shown = Publication.visible(item.id, time.instant()).isPresent();
        Schedule.forget(item);
        Editions.removeAll(item.id);
        return shown;
    }

    private static void requireNotTrashed(NewsItem item) {
        if (item.trashedAt != null) {
            throw Problem.of(ProblemType.INVALID_STATE, "It is in the trash.");
        }
    }
}
