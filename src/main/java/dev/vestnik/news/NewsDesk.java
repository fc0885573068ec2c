package dev.vestnik.news;

import dev.vestnik.access.Caller;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.edge.Window;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds news: for the public among the publications, for the newsroom among the items.
@Singleton
class NewsDesk {

    private final EntityManager database;
    private final Cursors cursors;
    private final Locales locales;
    private final Caller caller;
    private final NewsViews views;
    private final Schedule schedule;
    private final Site site;
    private final InstantSource time;

    NewsDesk(
            EntityManager database,
            Cursors cursors,
            Locales locales,
            Caller caller,
            NewsViews views,
            Schedule schedule,
            Site site,
            InstantSource time) {
        this.database = database;
        this.cursors = cursors;
        this.locales = locales;
        this.caller = caller;
        this.views = views;
        this.schedule = schedule;
        this.site = site;
        this.time = time;
    }

    NewsPage page(NewsListing wanted) {
        locales.parameter(wanted.locale);
        boolean newsroom = wanted.inNewsroom();
        NewsSort sort =
                NewsSort.of(wanted.sort, newsroom ? NewsSort.LAST_UPDATED : NewsSort.NEWEST);
        String identity = wanted.identity();
        boolean pinning = !newsroom && sort == NewsSort.NEWEST && wanted.featured == null;
        Cursor place =
                wanted.cursor == null
                        ? null
                        : cursors.read(identity, wanted.cursor, pinning ? 3 : 2);
        Set<Part> parts = wanted.parts();
        NewsQuery query = query(wanted, sort, newsroom);
        Long total = wanted.total ? query.count(database) : null;
        boolean withBody = parts.contains(Part.BODY) || parts.contains(Part.BLOCKS);
        Pins pins = !pinning || place == null ? Pins.NONE : Pins.of(place);
        List<NewsRow> found;
        if (pinning && (place == null || pins.bear(place))) {
            List<Pins.Found> all =
                    query.rowsWithPins(
                            database,
                            NewsQuery.ofPins(
                                    wanted,
                                    place == null ? null : pins,
                                    time.instant(),
                                    site.timeZone()),
                            sort,
                            place,
                            wanted.limit + 1,
                            withBody,
                            place == null ? null : pins);
            pins = place == null ? Pins.among(all) : pins;
            found = all.stream().map(Pins.Found::row).limit(wanted.limit + 1).toList();
        } else {
            query.without(pins);
            found = query.rows(database, sort, place, wanted.limit + 1, withBody);
        }
        String pinned = pins.written();
        Window<NewsRow> window =
                Window.of(
                        found,
                        wanted.limit,
                        place,
                        total,
                        row ->
                                pinning
                                        ? List.of(sort.written(row), row.id().toString(), pinned)
                                        : List.of(sort.written(row), row.id().toString()),
                        at -> cursors.write(identity, at));
        return new NewsPage(views.listed(window.rows(), parts, newsroom), window.page());
    }

    /// What is planned, an author's of their own items.
    SchedulePage planned(ScheduleListing wanted) {
        locales.parameter(wanted.locale);
        UUID owner = caller.isEditor() ? null : caller.userId().orElse(null);
        String identity = wanted.identity();
        Cursor place = wanted.cursor == null ? null : cursors.read(identity, wanted.cursor, 2);
        ScheduleQuery query = new ScheduleQuery(wanted, owner, site.timeZone());
        Long total = wanted.total ? query.count(database) : null;
        Window<ScheduleView> window =
                Window.of(
                        query.rows(database, place, wanted.limit + 1, time.instant()),
                        wanted.limit,
                        place,
                        total,
                        entry -> List.of(entry.at().toString(), entry.id().toString()),
                        at -> cursors.write(identity, at));
        return new SchedulePage(window.rows(), window.page());
    }

    private NewsQuery query(NewsListing wanted, NewsSort sort, boolean newsroom) {
        Instant now = time.instant();
        if (!newsroom) {
            return NewsQuery.ofPublic(wanted, sort, now, site.timeZone());
        }
        caller.requireNewsroom();
        UUID owner = caller.isEditor() ? null : caller.userId().orElse(null);
        return NewsQuery.ofNewsroom(wanted, owner, now, site.timeZone());
    }

    /// The publication of an item.
    ///
    /// @throws Problem 410 where it was public once, 404 where it never was
    Publication published(UUID id) {
        Instant now = time.instant();
        return Publication.visible(id, now)
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
    Publication published(String locale, String slug) {
        Instant now = time.instant();
        return Publication.visible(locale, slug, now)
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
