package dev.vestnik.news;

import dev.vestnik.database.StoredJson;
import dev.vestnik.edge.Dependencies;
import dev.vestnik.site.Site;
import dev.vestnik.tag.TagReach;
import dev.vestnik.tag.TagRef;
import dev.vestnik.text.DisplayDates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes what goes over the wire of rows, with as few statements as there are parts, however many
/// rows.
@Singleton
class NewsViews {

    private final ListedTags tags;
    private final Surroundings surroundings;
    private final Dependencies dependencies;
    private final Site site;
    private final InstantSource time;

    NewsViews(
            ListedTags tags,
            Surroundings surroundings,
            Dependencies dependencies,
            Site site,
            InstantSource time) {
        this.tags = tags;
        this.surroundings = surroundings;
        this.dependencies = dependencies;
        this.site = site;
        this.time = time;
    }

    /// The rows of a list, with the parts that were asked for.
    List<NewsView> listed(List<NewsRow> rows, Set<Part> parts, boolean newsroom) {
        return listed(rows, parts, newsroom, time.instant());
    }

    /// The same, as of a moment.
    List<NewsView> listed(List<NewsRow> rows, Set<Part> parts, boolean newsroom, Instant now) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(NewsRow::id).toList();
        if (!newsroom) {
            depend(rows, parts);
        }
        Map<UUID, List<TagRef>> carried = tags.of(rows, newsroom, now);
        Map<UUID, Surroundings.Neighbours> neighbours =
                parts.contains(Part.NEIGHBOURS) ? surroundings.neighbours(ids, now) : Map.of();
        Map<UUID, List<Translation>> translations =
                parts.contains(Part.TRANSLATIONS) ? surroundings.translations(rows, now) : Map.of();
        Map<UUID, List<Neighbour>> related =
                parts.contains(Part.RELATED) ? surroundings.related(ids, now) : Map.of();
        List<NewsView> views = new ArrayList<>(rows.size());
        for (NewsRow row : rows) {
            views.add(
                    view(
                            row,
                            carried.getOrDefault(row.id(), List.of()),
                            parts.contains(Part.BODY) ? row.body() : null,
                            parts.contains(Part.BLOCKS) && row.body() != null
                                    ? row.body().blocks()
                                    : null,
                            null,
                            parts.contains(Part.NEIGHBOURS) ? neighbours.get(row.id()) : null,
                            parts.contains(Part.TRANSLATIONS)
                                    ? translations.getOrDefault(row.id(), List.of())
                                    : null,
                            parts.contains(Part.RELATED)
                                    ? related.getOrDefault(row.id(), List.of())
                                    : null,
                            null,
                            null));
        }
        return views;
    }

    /// One published item, whole.
    ///
    /// @param row with its whole body
    /// @param context the slug of the tag among whose items the neighbours are looked for; null for
    ///   all
    NewsView single(NewsRow row, Set<Part> parts, @Nullable String context) {
        Instant now = time.instant();
        Surroundings.OfOne around = surroundings.ofOne(row, context, now);
        List<NewsRow> one = List.of(row);
        dependencies.on(NewsKeys.around(row.id()));
        if (context != null) {
            dependencies.on(NewsKeys.list(row.locale(), context));
            dependencies.on(TagReach.asked(context));
        }
        depend(one, parts);
        return view(
                row,
                around.tags(),
                row.body(),
                row.body() == null ? null : row.body().blocks(),
                null,
                around.neighbours(),
                parts.contains(Part.TRANSLATIONS)
                        ? surroundings.translations(one, now).getOrDefault(row.id(), List.of())
                        : null,
                parts.contains(Part.RELATED)
                        ? surroundings
                                .related(List.of(row.id()), now)
                                .getOrDefault(row.id(), List.of())
                        : null,
                null,
                null);
    }

    /// What was asked for besides what stands in the rows themselves.
    private void depend(List<NewsRow> rows, Set<Part> parts) {
        if (parts.contains(Part.RELATED)) {
            dependencies.onUnknown();
        }
        if (parts.contains(Part.NEIGHBOURS)) {
            rows.forEach(row -> dependencies.on(NewsKeys.around(row.id())));
        }
    }

    /// A working copy, whole, as its editors see it. What was changed of it has been flushed.
    NewsView draft(NewsItem item, @Nullable List<String> warnings) {
        NewsRow row = NewsRow.of(item);
        List<TagRef> carried =
                tags.of(List.of(row), true, time.instant()).getOrDefault(item.id, List.of());
        BodyInput source = new BodyInput(item.bodyFormat, item.bodyContent);
        return view(
                row,
                carried,
                item.body,
                item.body.blocks(),
                source,
                null,
                null,
                null,
                Schedule.of(item),
                warnings);
    }

    private NewsView view(
            NewsRow row,
            List<TagRef> tags,
            @Nullable Body body,
            @Nullable StoredJson blocks,
            @Nullable BodyInput source,
            Surroundings.@Nullable Neighbours neighbours,
            @Nullable List<Translation> translations,
            @Nullable List<Neighbour> related,
            @Nullable NewsSchedule schedule,
            @Nullable List<String> warnings) {
        Headline headline = row.headline();
        return new NewsView(
                row.id(),
                row.version(),
                row.locale(),
                row.translationGroup(),
                row.slug(),
                row.status(),
                headline.title(),
                headline.summary(),
                body == null ? null : body.html(),
                blocks,
                body == null ? null : body.text(),
                body == null ? null : body.toc(),
                source,
                tags,
                headline.author(),
                headline.source(),
                headline.cover(),
                headline.seo(),
                headline.featuredUntil(),
                row.publishedAt(),
                DisplayDates.of(row.sortedAt(), site.timeZone(), row.locale()),
                row.createdAt(),
                row.updatedAt(),
                headline.readingMinutes(),
                row.corrections(),
                NewsLinks.of(site, row.id(), row.locale(), row.slug()),
                neighbours == null ? null : Optional.ofNullable(neighbours.previous()),
                neighbours == null ? null : Optional.ofNullable(neighbours.next()),
                translations,
                related,
                row.pendingChanges(),
                schedule,
                warnings);
    }
}
