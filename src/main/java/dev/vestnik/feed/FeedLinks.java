package dev.vestnik.feed;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a page of a feed stands, and what stands around it.
///
/// @param home the readers' site
/// @param next older items, where the newest come first; null at the end
/// @param previous null on the first page
/// @param hub the WebSub hub that tells of what is new
record FeedLinks(
        String home,
        String self,
        String first,
        @Nullable String next,
        @Nullable String previous,
        Optional<URI> hub) {}
