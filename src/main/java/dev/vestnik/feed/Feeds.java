package dev.vestnik.feed;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Problem;
import dev.vestnik.news.NewsPage;
import dev.vestnik.news.NewsView;
import dev.vestnik.news.PublicNews;
import dev.vestnik.search.FoundNews;
import dev.vestnik.site.Site;
import dev.vestnik.tag.TagRef;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a feed has to show: from the news, or from the search and then the news.
@Singleton
class Feeds {

    private static final String CURSOR = "cursor";

    private final PublicNews news;
    private final FoundNews search;
    private final ReaderSite readers;
    private final FeedSettings settings;
    private final Site site;

    Feeds(PublicNews news, FoundNews search, ReaderSite readers, FeedSettings settings, Site site) {
        this.news = news;
        this.search = search;
        this.readers = readers;
        this.settings = settings;
        this.site = site;
    }

    /// @throws Problem 404 where the locale is not configured
    Feed page(String locale, FeedListing wanted, UriInfo uri) {
        if (!site.locales().contains(locale)) {
            throw Problem.notFound("A feed in the locale " + locale);
        }
        if (wanted.q == null) {
            NewsPage page = news.page(wanted.news(locale));
            return feed(locale, wanted, page.items(), page.page(), uri);
        }
        FoundNews.Found found = search.page(wanted.search(locale));
        return feed(locale, wanted, news.items(found.ids()), found.page(), uri);
    }

    private Feed feed(
            String locale, FeedListing wanted, List<NewsView> items, PageInfo page, UriInfo uri) {
        String name = String.join("\n", site.url().toString(), locale, wanted.identity());
        FeedLinks links =
                new FeedLinks(
                        readers.home(),
                        at(uri, wanted.cursor),
                        at(uri, null),
                        page.next() == null ? null : at(uri, page.next()),
                        page.prev() == null ? null : at(uri, page.prev()),
                        settings.hub());
        return new Feed(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                locale,
                title(wanted, items),
                items,
                links);
    }

    /// The page as it is reached from outside.
    private String at(UriInfo uri, @Nullable String cursor) {
        UriBuilder page = uri.getRequestUriBuilder().replaceQueryParam(CURSOR);
        if (cursor != null) {
            page.queryParam(CURSOR, cursor);
        }
        URI address = page.build();
        String query = address.getRawQuery();
        return site.url()
                + address.getRawPath()
                + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    /// The newsroom's name, and what the feed is about.
    private String title(FeedListing wanted, List<NewsView> items) {
        List<String> about = new ArrayList<>();
        if (wanted.q != null) {
            about.add(wanted.q);
        }
        wanted.tag.forEach(tag -> about.add(name(tag, items)));
        return about.isEmpty() ? site.name() : site.name() + ": " + String.join(", ", about);
    }

    private static String name(String tag, List<NewsView> items) {
        return items.stream()
                .flatMap(item -> item.tags().stream())
                .filter(known -> known.slug().equals(tag) || known.id().toString().equals(tag))
                .map(TagRef::name)
                .findFirst()
                .orElse(tag);
    }
}
