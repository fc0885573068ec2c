package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Sql;
import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Dependencies;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands out items as a public list of news shows them, for what shows them in other ways. Works in
/// the present transaction, in two statements however many items there are.
@Singleton
public class PublicNews {

    private final Reads reads;
    private final NewsPages pages;
    private final NewsViews views;
    private final Dependencies dependencies;
    private final Site site;

    PublicNews(
            Reads reads, NewsPages pages, NewsViews views, Dependencies dependencies, Site site) {
        this.reads = reads;
        this.pages = pages;
        this.views = views;
        this.dependencies = dependencies;
        this.site = site;
    }

    /// What a public list has, each with its body's HTML, in the order of its sort: what is pinned
    /// stands among the others.
    public NewsPage page(NewsListing wanted) {
        return pages.whole(wanted);
    }

    /// Those of some items that are public now, in the order of the ids; at most 100. What chose
    /// them is not known here, so that the answer is not kept.
    public List<NewsView> items(List<UUID> ids) {
        dependencies.onUnknown();
        if (ids.isEmpty()) {
            return List.of();
        }
        NewsListing those = new NewsListing();
        those.ids = String.join(",", ids.stream().map(UUID::toString).toList());
        those.limit = ids.size();
        return pages.whole(those).items().stream()
                .sorted(Comparator.comparingInt(item -> ids.indexOf(item.id())))
                .toList();
    }

    /// The next items that the filters let through, the newest first, none of them above others
    /// because it is pinned.
    ///
    /// @param place where the last one stood; null to begin
    public List<NewsView> after(NewsListing wanted, @Nullable Cursor place, int most, Instant now) {
        NewsFilter filter = NewsFilter.ofPublic(wanted, NewsSort.NEWEST, now, site.timeZone());
        return views(wanted, filter, NewsSort.NEWEST, place, most, now);
    }

    /// The place of an item in that order.
    public static Cursor place(NewsView item) {
        Instant published = Objects.requireNonNull(item.publishedAt(), "It is public");
        return new Cursor(false, List.of(published.toString(), item.id().toString()));
    }

    /// Those of some items that the filters let through, in no order that one could rely on.
    public List<NewsView> among(Collection<UUID> ids, NewsListing wanted, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // Sorted by date, the database might rather walk through all items of the tag.
        NewsFilter filter = NewsFilter.ofPublic(wanted, NewsSort.TITLE, now, site.timeZone());
        filter.add(Sql.in(filter.id, ids));
        return views(wanted, filter, NewsSort.TITLE, null, ids.size(), now);
    }

    private List<NewsView> views(
            NewsListing wanted,
            NewsFilter filter,
            NewsSort sort,
            @Nullable Cursor place,
            int most,
            Instant now) {
        Set<Part> parts = wanted.parts();
        BodyDepth depth =
                parts.contains(Part.BODY) || parts.contains(Part.BLOCKS)
                        ? BodyDepth.WHOLE
                        : BodyDepth.NONE;
        List<NewsRow> rows = new NewsQuery(filter).rows(reads, sort, place, most, depth);
        return views.listed(rows, parts, false, now);
    }
}
