package dev.vestnik.news;

import dev.vestnik.access.Caller;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;

/// What follows every save: the line in the change log, the revision, the answer.
@Singleton
class NewsSaving {

    private final ChangeLog changes;
    private final Schedule schedule;
    private final Revisions revisions;
    private final NewsViews views;
    private final Caller caller;

    NewsSaving(
            ChangeLog changes,
            Schedule schedule,
            Revisions revisions,
            NewsViews views,
            Caller caller) {
        this.changes = changes;
        this.schedule = schedule;
        this.revisions = revisions;
        this.views = views;
        this.caller = caller;
    }

    /// @param dryRun whether all of it is undone once it has been answered
    NewsView saved(NewsEditing.Saved saved, boolean dryRun) {
        NewsItem item = saved.item();
        schedule.saved(item);
        changes.append(ChangeKind.NEWS, item.id, item.locale, saved.isNew() ? "created" : "saved");
        revisions.keep(saved, caller.username().orElse(null));
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return views.draft(item, saved.warnings());
    }
}
