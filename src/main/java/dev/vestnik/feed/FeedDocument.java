package dev.vestnik.feed;

import dev.vestnik.edge.Tracked;
import dev.vestnik.edge.Written;
import java.util.LinkedHashSet;
import java.util.Set;

/// A feed in XML.
record FeedDocument(byte[] bytes, Set<String> surrogateKeys) implements Written, Tracked {

    static FeedDocument of(byte[] bytes, Feed feed) {
        return new FeedDocument(bytes, keys(feed));
    }

    static Set<String> keys(Feed feed) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("news");
        feed.items().forEach(item -> keys.addAll(item.surrogateKeys()));
        return keys;
    }
}
