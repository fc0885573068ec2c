package dev.vestnik.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What feeds tell their readers beside the news.
@ConfigMapping(prefix = "vestnik.feed")
interface FeedSettings {

    /// The WebSub hub that tells subscribers of what is new, announced in every feed.
    Optional<URI> hub();

    /// How long a reader may wait before it asks again; whole minutes are told.
    @WithDefault("15M")
    Duration ttl();

    /// How many pages a map of the site has at most; search engines take up to 50 000.
    @WithDefault("50000")
    int sitemapPages();
}
