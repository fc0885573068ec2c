package dev.vestnik.news;

import dev.vestnik.access.Caller;
import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds single news items: for the public among the publications, for the newsroom among the
/// items, and knows who may see and change them.
@Singleton
class NewsDesk {

    /// Parameters: those of the condition, now twice, 1.
    private static final String SHOWN =
            "select "
                    + NewsRow.columns(false, BodyDepth.WHOLE)
                    + " from publication k where %s and k.visible_from <= ? and k.visible_until > ?"
                    + " fetch first ? rows only";

    private static final String SHOWN_BY_ID = SHOWN.formatted("k.id = ?");
    private static final String SHOWN_BY_SLUG = SHOWN.formatted("k.locale = ? and k.slug = ?");

    private final Reads reads;
    private final Caller caller;
    private final Schedule schedule;
    private final InstantSource time;

    NewsDesk(Reads reads, Caller caller, Schedule schedule, InstantSource time) {
        this.reads = reads;
        this.caller = caller;
        this.schedule = schedule;
        this.time = time;
    }

    /// The publication of an item.
    ///
    /// @throws Problem 410 where it was public once, 404 where it never was
    NewsRow published(UUID id) {
        Instant now = time.instant();
        return shown(id)
                .orElseThrow(() ->
                        missing(
                                NewsSlug.count("itemId = ?1 and wasPublic", id) > 0
                                        || Publication.count(
                                                        "id = ?1 and visibleUntil <= ?2", id, now)
                                                > 0));
    }

    /// The publication that a slug leads to in a locale; its present slug may be another.
    ///
    /// @throws Problem 410 where it was public once, 404 where it never was
    NewsRow published(String locale, String slug) {
        Instant now = time.instant();
        return shown(locale, slug)
                .orElseGet(() -> {
                    NewsSlug known = NewsSlug.findById(NewsSlug.key(locale, slug));
                    boolean wasPublic =
                            known != null
                                    && (known.wasPublic
                                            || Publication.count(
                                                            "id = ?1 and slug = ?2 and visibleUntil <= ?3",
                                                            known.itemId,
                                                            slug,
                                                            now)
                                                    > 0);
                    if (known == null || !wasPublic) {
                        throw missing(false);
                    }
                    return published(known.itemId);
                });
    }

    /// The edition of an item that the public sees now, whole.
    Optional<NewsRow> shown(UUID id) {
        Instant now = time.instant();
        return shown(Sql.of(SHOWN_BY_ID, id, now, now, 1));
    }

    /// The one that has a slug in a locale now.
    Optional<NewsRow> shown(String locale, String slug) {
        Instant now = time.instant();
        return shown(Sql.of(SHOWN_BY_SLUG, locale, slug, now, now, 1));
    }

    private Optional<NewsRow> shown(Sql query) {
        return reads.list(query, row -> NewsRow.read(row, false, BodyDepth.WHOLE)).stream()
                .findFirst();
    }

    private static Problem missing(boolean wasPublic) {
        return wasPublic
                ? Problem.of(ProblemType.GONE, "The news item was withdrawn.")
                : Problem.notFound("The news item");
    }

    /// The working copy of an item, for someone who may see it.
    ///
    /// @throws Problem 404 where there is none, or it is somebody else's and the caller is no
    ///   editor
    NewsItem item(UUID id) {
        caller.requireNewsroom();
        NewsItem item = NewsItem.findById(id);
        if (item == null || !(caller.isEditor() || isOwn(item))) {
            throw Problem.notFound("The news item");
        }
        return item;
    }

    /// The working copy of an item, for someone who may change it: an editor, or its author as long
    /// as it is a draft.
    ///
    /// @throws Problem 404 as above; 403 where an author's item has left their hands
    NewsItem editable(UUID id) {
        schedule.settle(id);
        NewsItem item = item(id);
        if (!caller.isEditor() && (item.status != NewsStatus.DRAFT || item.wasPublic)) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "Only editors change it now: it is no longer a draft of yours.");
        }
        return item;
    }

    /// Lets only administrators pass.
    void requireAdministrator() {
        if (!caller.isAdministrator()) {
            throw Problem.of(
                    ProblemType.FORBIDDEN, "Only administrators do away with items for good.");
        }
    }

    private boolean isOwn(NewsItem item) {
        return item.createdBy != null && caller.userId().map(item.createdBy::equals).orElse(false);
    }

    @Nullable UUID author() {
        return caller.userId().orElse(null);
    }

    /// The caller's name.
    @Nullable String editor() {
        return caller.username().orElse(null);
    }
}
