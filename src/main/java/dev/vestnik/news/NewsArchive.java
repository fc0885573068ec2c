package dev.vestnik.news;

import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in items that exist elsewhere already, with their ids and dates.
@Singleton
public class NewsArchive {

    private final NewsEditing editing;
    private final Publishing publishing;
    private final ChangeLog changes;
    private final Schedule schedule;
    private final Revisions revisions;

    NewsArchive(
            NewsEditing editing,
            Publishing publishing,
            ChangeLog changes,
            Schedule schedule,
            Revisions revisions) {
        this.editing = editing;
        this.publishing = publishing;
        this.changes = changes;
        this.schedule = schedule;
        this.revisions = revisions;
    }

    /// Whether there is no item at all.
    public boolean isEmpty() {
        return NewsItem.count() == 0;
    }

    /// Puts a stored item into the trash, in the present transaction.
    public void trash(UUID id) {
        publishing.trash(NewsItem.findById(id));
    }

    /// Plans the publication of a stored item, in the present transaction.
    ///
    /// @param entry the id of the schedule's entry
    public void plan(UUID entry, UUID id, Instant at) {
        schedule.plan(entry, NewsItem.findById(id), ScheduleAction.PUBLISH, at, null);
    }

    /// Stores an item in the present transaction.
    ///
    /// @param publishedAt when it was published; null leaves it a draft
    public void store(
            UUID id, UUID translationGroup, NewsInput input, @Nullable Instant publishedAt) {
        NewsEditing.Saved saved = editing.create(id, translationGroup, input, null);
        NewsItem item = saved.item();
        changes.append(ChangeKind.NEWS, item.id, item.locale, "created");
        revisions.keep(saved, null);
        if (publishedAt != null) {
            publishing.publish(item, publishedAt, null);
        }
    }
}
