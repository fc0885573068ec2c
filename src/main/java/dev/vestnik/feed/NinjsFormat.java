package dev.vestnik.feed;

import dev.vestnik.feed.Ninjs.AltId;
import dev.vestnik.feed.Ninjs.InfoSource;
import dev.vestnik.feed.Ninjs.Picture;
import dev.vestnik.feed.Ninjs.Rendition;
import dev.vestnik.feed.Ninjs.Standard;
import dev.vestnik.feed.Ninjs.Subject;
import dev.vestnik.feed.Ninjs.Text;
import dev.vestnik.news.Cover;
import dev.vestnik.news.NewsFormat;
import dev.vestnik.news.NewsView;
import dev.vestnik.news.Source;
import dev.vestnik.site.Site;
import dev.vestnik.tag.TagRef;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What news agencies and their clients exchange: IPTC's ninjs 3.1. Its members are written as that
/// version spells them (`versionCreated`, `by`).
@Singleton
class NinjsFormat implements NewsFormat {

    private static final Standard STANDARD =
            new Standard("ninjs", "3.1", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");
    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";
    private static final String MAIN = "main";

    private final ReaderSite readers;
    private final Site site;

    NinjsFormat(ReaderSite readers, Site site) {
        this.readers = readers;
        this.site = site;
    }

    @Override
    public String mediaType() {
        return NINJS;
    }

    @Override
    public Ninjs write(NewsView item) {
        return new Ninjs(
                Feed.urn(item.id()),
                STANDARD,
                "text",
                "full",
                String.valueOf(item.version()),
                item.createdAt(),
                item.updatedAt(),
                "usable",
                item.locale(),
                item.title(),
                item.author(),
                headlines(item),
                texts("summary", item.summary()),
                bodies(item),
                item.tags().isEmpty() ? null : item.tags().stream().map(this::subject).toList(),
                sources(item.source()),
                List.of(new Rendition("web", item.links().html(), HTML, null, null)),
                item.cover() == null ? null : List.of(picture(item.cover())),
                List.of(new AltId("slug", item.slug())),
                item);
    }

    private static List<Text> headlines(NewsView item) {
        List<Text> headlines = new ArrayList<>();
        headlines.add(new Text(MAIN, PLAIN, item.title()));
        if (item.seo() != null && item.seo().title() != null) {
            headlines.add(new Text("seo", PLAIN, item.seo().title()));
        }
        return headlines;
    }

    private List<Text> bodies(NewsView item) {
        List<Text> bodies = new ArrayList<>();
        String html = item.html();
        if (html != null) {
            bodies.add(new Text(MAIN, HTML, readers.html(html)));
        }
        String text = item.text();
        if (text != null) {
            bodies.add(new Text("plain", PLAIN, text));
        }
        return bodies;
    }

    private Subject subject(TagRef tag) {
        return new Subject(
                tag.name(), "about", site.url() + "/api/v1/tags/" + tag.id(), tag.slug());
    }

    private @Nullable List<InfoSource> sources(@Nullable Source source) {
        return source == null
                ? null
                : List.of(
                        new InfoSource(
                                source.name(),
                                source.url() == null ? null : readers.whole(source.url())));
    }

    private Picture picture(Cover cover) {
        String address = readers.whole(cover.url());
        List<Text> descriptions = new ArrayList<>();
        if (cover.caption() != null) {
            descriptions.add(new Text("caption", PLAIN, cover.caption()));
        }
        if (cover.alt() != null) {
            descriptions.add(new Text("alt", PLAIN, cover.alt()));
        }
        return new Picture(
                "cover",
                "mainPicture",
                address,
                "picture",
                cover.credit(),
                descriptions.isEmpty() ? null : descriptions,
                List.of(new Rendition("web", address, null, cover.width(), cover.height())));
    }

    private static @Nullable List<Text> texts(String role, @Nullable String value) {
        return value == null ? null : List.of(new Text(role, PLAIN, value));
    }
}
