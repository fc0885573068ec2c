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
    private final Revisions revisions;

    NewsArchive(
            NewsEditing editing, Publishing publishing, ChangeLog changes, Revisions revisions) {
        this.editing = editing;
        this.publishing = publishing;
        this.changes = changes;
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

    /// Stores an item in the present transaction.
    ///
    /// @param publishedAt when it was published; null leaves it a draft
    public void store(
            UUID id, UUID translationGroup, NewsInput input, @Nullable Instant publishedAt) {
        NewsItem item = editing.create(id, translationGroup, input, null).item();
        changes.append(ChangeKind.NEWS, item.id, item.locale, "created");
        revisions.keep(item, null);
        if (publishedAt != null) {
            publishing.publish(item, publishedAt);
        }
    }
}
