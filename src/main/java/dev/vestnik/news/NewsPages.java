package dev.vestnik.news;

import dev.vestnik.access.Caller;
import dev.vestnik.database.Reads;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Dependencies;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Window;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import dev.vestnik.tag.TagReach;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads pages of news and of the schedule: for the public among the publications, for the newsroom
/// among the items.
@Singleton
class NewsPages {

    private final Reads reads;
    private final EntityManager database;
    private final Cursors cursors;
    private final Locales locales;
    private final Caller caller;
    private final NewsViews views;
    private final Surroundings surroundings;
    private final Dependencies dependencies;
    private final Site site;
    private final InstantSource time;

    NewsPages(
            Reads reads,
            EntityManager database,
            Cursors cursors,
            Locales locales,
            Caller caller,
            NewsViews views,
            Surroundings surroundings,
            Dependencies dependencies,
            Site site,
            InstantSource time) {
        this.reads = reads;
        this.database = database;
        this.cursors = cursors;
        this.locales = locales;
        this.caller = caller;
        this.views = views;
        this.surroundings = surroundings;
        this.dependencies = dependencies;
        this.site = site;
        this.time = time;
    }

    NewsPage news(NewsListing wanted) {
        Set<Part> parts = wanted.parts();
        boolean whole = parts.contains(Part.BODY) || parts.contains(Part.BLOCKS);
        return news(
                wanted, wanted.identity(), parts, whole ? BodyDepth.WHOLE : BodyDepth.NONE, true);
    }

    /// A list of whole items in the order of its sort: what is pinned stands among the others.
    NewsPage whole(NewsListing wanted) {
        return news(
                wanted,
                "whole\n" + wanted.identity(),
                EnumSet.of(Part.BODY),
                BodyDepth.HTML,
                false);
    }

    private NewsPage news(
            NewsListing wanted,
            String identity,
            Set<Part> parts,
            BodyDepth depth,
            boolean pinnedAbove) {
        locales.parameter(wanted.locale);
        boolean newsroom = wanted.inNewsroom();
        NewsSort sort =
                NewsSort.of(wanted.sort, newsroom ? NewsSort.LAST_UPDATED : NewsSort.NEWEST);
        boolean pinning =
                pinnedAbove && !newsroom && sort == NewsSort.NEWEST && wanted.featured == null;
        Cursor place =
                wanted.cursor == null
                        ? null
                        : cursors.read(identity, wanted.cursor, pinning ? 3 : 2);
        NewsQuery query = query(wanted, sort, newsroom);
        Long total = wanted.total ? query.count(reads) : null;
        Pins pins = !pinning || place == null ? Pins.NONE : Pins.of(place);
        List<NewsRow> found;
        if (pinning && (place == null || pins.bear(place))) {
            List<Pins.Found> all =
                    query.rowsWithPins(
                            reads,
                            new NewsQuery(
                                    NewsFilter.ofPins(
                                            wanted,
                                            place == null ? null : pins,
                                            time.instant(),
                                            site.timeZone())),
                            sort,
                            place,
                            wanted.limit + 1,
                            depth,
                            place == null ? null : pins);
            pins = place == null ? Pins.among(all) : pins;
            found = all.stream().map(Pins.Found::row).limit(wanted.limit + 1).toList();
        } else {
            query.without(pins);
            found = query.rows(reads, sort, place, wanted.limit + 1, depth);
        }
        depend(wanted, pins, found);
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

    /// The list is old when an item comes into it, or one goes that it shows or was read to see
    /// that there is more.
    private void depend(NewsListing wanted, Pins pins, List<NewsRow> found) {
        if (wanted.inNewsroom()) {
            dependencies.onUnknown();
            return;
        }
        if (wanted.tag.isEmpty() || wanted.total) {
            dependencies.on(NewsKeys.list(wanted.locale));
        }
        if (!wanted.tag.isEmpty()) {
            Parameters.values("tag", wanted.tag.get(0))
                    .forEach(tag -> dependencies.on(NewsKeys.list(wanted.locale, tag)));
            wanted.tag.stream()
                    .flatMap(group -> Parameters.values("tag", group).stream())
                    .forEach(tag -> dependencies.on(TagReach.asked(tag)));
        }
        dependencies.on(
                Stream.concat(pins.ids().stream(), found.stream().map(NewsRow::id))
                        .map(NewsKeys::shown)
                        .toList());
    }

    /// What is like an item, as one page.
    NewsPage related(UUID id, int most) {
        List<UUID> alike =
                surroundings.related(List.of(id), most, time.instant()).getOrDefault(id, List.of());
        PageInfo page = new PageInfo(most, null, null, null);
        if (alike.isEmpty()) {
            return new NewsPage(List.of(), page);
        }
        NewsListing those = new NewsListing();
        those.ids = String.join(",", alike.stream().map(UUID::toString).toList());
        List<NewsRow> rows =
                query(those, NewsSort.NEWEST, false)
                        .rows(reads, NewsSort.NEWEST, null, most, BodyDepth.NONE);
        return new NewsPage(
                views.listed(
                        rows.stream()
                                .sorted(Comparator.comparingInt(row -> alike.indexOf(row.id())))
                                .toList(),
                        EnumSet.noneOf(Part.class),
                        false),
                page);
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
            return new NewsQuery(NewsFilter.ofPublic(wanted, sort, now, site.timeZone()));
        }
        caller.requireNewsroom();
        UUID owner = caller.isEditor() ? null : caller.userId().orElse(null);
        return new NewsQuery(NewsFilter.ofNewsroom(wanted, owner, now, site.timeZone()));
    }
}
