package dev.vestnik.feed;

import dev.vestnik.edge.RawQuery;
import dev.vestnik.site.Site;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import java.util.Set;

/// Tells those who read the public list of news which feeds have the same items. Comes after the
/// list has got the links of its pages.
@jakarta.ws.rs.ext.Provider
@Priority(Priorities.USER - 100)
class Discovery implements ContainerResponseFilter {

    private static final String LIST = "/api/v1/news";
    private static final Set<String> FILTERS =
            Set.of("tag", "from", "to", "author", "featured", "updatedSince", "ids", "sort");

    /// Filters are made before the program's settings are read.
    private final Provider<Site> site;

    private final Provider<RoutingContext> calls;

    Discovery(Provider<Site> site, Provider<RoutingContext> calls) {
        this.site = site;
        this.calls = calls;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean answered = response.getStatus() == 200 || response.getStatus() == 304;
        if (!answered || !request.getUriInfo().getPath().equals(LIST)) {
            return;
        }
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        if (given.containsKey("status") || given.containsKey("trashed")) {
            return;
        }
        String locale =
                Objects.requireNonNullElse(given.getFirst("locale"), site.get().defaultLocale());
        String query = RawQuery.keep(calls.get().request().query(), FILTERS::contains);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(
                HttpHeaders.LINK,
                headers.getFirst(HttpHeaders.LINK)
                        + link(locale, "rss.xml", query, RssFormat.MEDIA_TYPE)
                        + link(locale, "atom.xml", query, AtomFormat.MEDIA_TYPE)
                        + link(locale, "feed.json", query, JsonFeed.MEDIA_TYPE));
    }

    private static String link(String locale, String feed, String query, String type) {
        return ", </feeds/"
                + locale
                + "/"
                + feed
                + (query.isEmpty() ? "" : "?" + query)
                + ">; rel=\"alternate\"; type=\""
                + type
                + '"';
    }
}
