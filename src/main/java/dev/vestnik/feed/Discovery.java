package dev.vestnik.feed;

import dev.vestnik.edge.LinksBeside;
import dev.vestnik.edge.RawQuery;
import dev.vestnik.site.Site;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Tells those who read the public list of news which feeds have the same items.
@Singleton
class Discovery implements LinksBeside {

    private static final String LIST = "/api/v1/news";
    private static final Set<String> FILTERS =
            Set.of("tag", "from", "to", "author", "featured", "updatedSince", "ids", "sort");

    private final Site site;

    Discovery(Site site) {
        this.site = site;
    }

    @Override
    public List<String> of(HttpServerRequest request) {
        if (!request.path().equals(LIST)) {
            return List.of();
        }
        MultiMap given = request.params();
        if (given.contains("status") || given.contains("trashed")) {
            return List.of();
        }
        String locale = Objects.requireNonNullElse(given.get("locale"), site.defaultLocale());
        String query = RawQuery.keep(request.query(), FILTERS::contains);
        return List.of(
                link(locale, "rss.xml", query, RssFormat.MEDIA_TYPE),
                link(locale, "atom.xml", query, AtomFormat.MEDIA_TYPE),
                link(locale, "feed.json", query, JsonFeed.MEDIA_TYPE));
    }

    private static String link(String locale, String feed, String query, String type) {
        return "</feeds/"
                + locale
                + "/"
                + feed
                + (query.isEmpty() ? "" : "?" + query)
                + ">; rel=\"alternate\"; type=\""
                + type
                + '"';
    }
}
