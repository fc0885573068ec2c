package dev.vestnik.feed;

import dev.vestnik.news.NewsView;
import dev.vestnik.tag.TagRef;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/// JSON Feed 1.1.
@Singleton
class JsonFormat {

    private final ReaderSite readers;

    JsonFormat(ReaderSite readers) {
        this.readers = readers;
    }

    JsonFeed write(Feed feed) {
        FeedLinks links = feed.links();
        return new JsonFeed(
                JsonFeed.VERSION,
                feed.title(),
                links.home(),
                links.self(),
                links.next(),
                feed.locale(),
                links.hub()
                        .map(hub -> List.of(new JsonFeed.Hub("WebSub", hub.toString())))
                        .orElse(null),
                feed.items().stream().map(this::item).toList(),
                FeedDocument.keys(feed));
    }

    private JsonFeed.Item item(NewsView item) {
        return new JsonFeed.Item(
                Feed.urn(item.id()),
                item.links().html(),
                item.title(),
                readers.html(Objects.requireNonNullElse(item.html(), "")),
                item.summary(),
                item.cover() == null ? null : readers.whole(item.cover().url()),
                item.publishedAt(),
                item.updatedAt(),
                item.author() == null ? null : List.of(new JsonFeed.Author(item.author())),
                item.tags().isEmpty() ? null : item.tags().stream().map(TagRef::name).toList(),
                item.locale());
    }
}
