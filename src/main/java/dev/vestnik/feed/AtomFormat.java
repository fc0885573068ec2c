package dev.vestnik.feed;

import dev.vestnik.news.NewsView;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Atom (RFC 4287), its pages linked as RFC 5005 section 3 has it.
@Singleton
class AtomFormat {

    static final String MEDIA_TYPE = "application/atom+xml";

    private static final Map<String, String> NAMESPACES =
            Map.of("", "http://www.w3.org/2005/Atom", "media", MediaContent.NAMESPACE);

    private final ReaderSite readers;
    private final Site site;

    AtomFormat(ReaderSite readers, Site site) {
        this.readers = readers;
        this.site = site;
    }

    byte[] write(Feed feed) {
        return XmlText.document(
                "feed",
                NAMESPACES,
                xml -> {
                    xml.attributes("xml:lang", feed.locale());
                    header(xml, feed);
                    feed.items().forEach(item -> entry(xml, item));
                });
    }

    /// A feed without items has never changed, and RFC 4287 wants a date all the same.
    private void header(XmlText xml, Feed feed) {
        FeedLinks links = feed.links();
        xml.element("id", Feed.urn(feed.id()))
                .element("title", feed.title())
                .element("updated", feed.updated().orElse(Instant.EPOCH).toString())
                .element("generator", "Vestnik");
        xml.start("author").element("name", site.name()).end();
        link(xml, "alternate", "text/html", links.home());
        link(xml, "self", MEDIA_TYPE, links.self());
        link(xml, "first", MEDIA_TYPE, links.first());
        link(xml, "next", MEDIA_TYPE, links.next());
        link(xml, "previous", MEDIA_TYPE, links.previous());
        links.hub().ifPresent(hub -> link(xml, "hub", null, hub.toString()));
    }

    private static void link(
            XmlText xml, String relation, @Nullable String type, @Nullable String address) {
        if (address != null) {
            xml.empty("link", "rel", relation, "type", type, "href", address);
        }
    }

    private void entry(XmlText xml, NewsView item) {
        Instant published = item.publishedAt();
        String body = item.html();
        xml.start("entry")
                .element("id", Feed.urn(item.id()))
                .element("title", item.title())
                .element("updated", item.updatedAt().toString())
                .element("published", published == null ? null : published.toString());
        link(xml, "alternate", "text/html", item.links().html());
        if (item.source() != null && item.source().url() != null) {
            link(xml, "via", null, readers.whole(item.source().url()));
        }
        if (item.author() != null) {
            xml.start("author").element("name", item.author()).end();
        }
        item.tags().forEach(tag -> xml.empty("category", "term", tag.slug(), "label", tag.name()));
        xml.element("summary", item.summary());
        xml.element("content", body == null ? null : readers.html(body), "type", "html");
        if (item.cover() != null) {
            MediaContent.write(xml, item.cover(), readers);
        }
        xml.end();
    }
}
