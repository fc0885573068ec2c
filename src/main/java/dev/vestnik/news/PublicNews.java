package dev.vestnik.news;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// Hands out whole items as the public sees them, for what shows them in other formats. Works in
/// the present transaction, with two statements however many items there are.
@Singleton
public class PublicNews {

    private final NewsPages pages;

    PublicNews(NewsPages pages) {
        this.pages = pages;
    }

    /// What a public list has, each with its body's HTML, in the order of its sort: what is pinned
    /// stands among the others.
    public NewsPage page(NewsListing wanted) {
        return pages.whole(wanted);
    }

    /// Those of some items that are public now, in the order of the ids; at most 100.
    public List<NewsView> items(List<UUID> ids) {
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
}
