package dev.vestnik.feed;

import dev.vestnik.news.NewsView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// RSS 2.0, with the modules that carry what it lacks: `content` the full text, `dc` the byline,
/// `media` the cover, `atom` the feed's own address and its other pages.
@Singleton
class RssFormat {

    static final String MEDIA_TYPE = "application/rss+xml";

    private static final Map<String, String> NAMESPACES =
            Map.of(
                    "content", "http://purl.org/rss/1.0/modules/content/",
                    "dc", "http://purl.org/dc/elements/1.1/",
                    "media", MediaContent.NAMESPACE,
                    "atom", "http://www.w3.org/2005/Atom");

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final ReaderSite readers;
    private final FeedSettings settings;

    RssFormat(ReaderSite readers, FeedSettings settings) {
        this.readers = readers;
        this.settings = settings;
    }

    byte[] write(Feed feed) {
        return XmlText.document(
                "rss",
                NAMESPACES,
                xml -> {
                    xml.attributes("version", "2.0");
                    xml.start("channel");
                    channel(xml, feed);
                    feed.items().forEach(item -> item(xml, item));
                    xml.end();
                });
    }

    private void channel(XmlText xml, Feed feed) {
        FeedLinks links = feed.links();
        xml.element("title", feed.title())
                .element("link", links.home())
                .element("description", feed.title())
                .element("language", feed.locale())
                .element("lastBuildDate", feed.updated().map(RFC_822::format).orElse(null))
                .element("generator", "Vestnik")
                .element("ttl", String.valueOf(Math.max(1, settings.ttl().toMinutes())));
        link(xml, "self", links.self());
        link(xml, "first", links.first());
        link(xml, "next", links.next());
        link(xml, "previous", links.previous());
        links.hub().ifPresent(hub -> xml.empty("atom:link", "rel", "hub", "href", hub.toString()));
    }

    private static void link(XmlText xml, String relation, @Nullable String address) {
        if (address != null) {
            xml.empty("atom:link", "rel", relation, "type", MEDIA_TYPE, "href", address);
        }
    }

    private void item(XmlText xml, NewsView item) {
        Instant published = item.publishedAt();
        String body = item.html();
        xml.start("item")
                .element("title", item.title())
                .element("link", item.links().html())
                .element("guid", Feed.urn(item.id()), "isPermaLink", "false")
                .element("pubDate", published == null ? null : RFC_822.format(published))
                .element("dc:creator", item.author())
                .element("description", item.summary());
        item.tags().forEach(tag -> xml.element("category", tag.name()));
        xml.element("content:encoded", body == null ? null : readers.html(body));
        if (item.cover() != null) {
            MediaContent.write(xml, item.cover(), readers);
        }
        xml.end();
    }
}
