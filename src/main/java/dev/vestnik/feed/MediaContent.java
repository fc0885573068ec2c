package dev.vestnik.feed;

import dev.vestnik.news.Cover;

/// The cover in Media RSS, which Atom feeds use too.
final class MediaContent {

    static final String NAMESPACE = "http://search.yahoo.com/mrss/";

    private MediaContent() {}

    static void write(XmlText xml, Cover cover, ReaderSite readers) {
        xml.start(
                        "media:content",
                        "url",
                        readers.whole(cover.url()),
                        "medium",
                        "image",
                        "width",
                        cover.width() == null ? null : cover.width().toString(),
                        "height",
                        cover.height() == null ? null : cover.height().toString())
                .element("media:title", cover.caption(), "type", "plain")
                .element("media:description", cover.alt(), "type", "plain")
                .element("media:credit", cover.credit())
                .end();
    }
}
