package dev.vestnik.feed;

import dev.vestnik.news.NewsView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A page of a feed, in no format yet.
///
/// @param id the same for all pages of the feed
/// @param items each with its body's HTML
record Feed(UUID id, String locale, String title, List<NewsView> items, FeedLinks links) {

    /// When the newest of its items last changed; empty where there are none.
    Optional<Instant> updated() {
        return items.stream().map(NewsView::updatedAt).max(Comparator.naturalOrder());
    }

    static String urn(UUID id) {
        return "urn:uuid:" + id;
    }
}
