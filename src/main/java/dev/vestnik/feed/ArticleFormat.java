package dev.vestnik.feed;

import dev.vestnik.feed.NewsArticle.CorrectionComment;
import dev.vestnik.feed.NewsArticle.ImageObject;
import dev.vestnik.feed.NewsArticle.Organization;
import dev.vestnik.feed.NewsArticle.Person;
import dev.vestnik.news.Cover;
import dev.vestnik.news.NewsFormat;
import dev.vestnik.news.NewsView;
import dev.vestnik.site.Site;
import dev.vestnik.tag.TagRef;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// What search engines and archives read out of a page: schema.org's NewsArticle.
@Singleton
class ArticleFormat implements NewsFormat {

    private final ReaderSite readers;
    private final Site site;

    ArticleFormat(ReaderSite readers, Site site) {
        this.readers = readers;
        this.site = site;
    }

    @Override
    public String mediaType() {
        return LD_JSON;
    }

    @Override
    public NewsArticle write(NewsView item) {
        String page = item.links().html();
        return new NewsArticle(
                "https://schema.org",
                "NewsArticle",
                Feed.urn(item.id()),
                page,
                item.seo() == null || item.seo().canonicalUrl() == null
                        ? page
                        : readers.whole(item.seo().canonicalUrl()),
                item.title(),
                item.seo() == null ? null : item.seo().title(),
                item.summary(),
                item.locale(),
                item.publishedAt(),
                item.updatedAt(),
                item.author() == null ? null : new Person(item.author()),
                new Organization(site.name(), readers.home()),
                image(item.cover()),
                item.tags().isEmpty() ? null : item.tags().stream().map(TagRef::name).toList(),
                item.text(),
                item.source() == null || item.source().url() == null
                        ? null
                        : readers.whole(item.source().url()),
                item.corrections().isEmpty()
                        ? null
                        : item.corrections().stream()
                                .map(correction ->
                                        new CorrectionComment(correction.text(), correction.at()))
                                .toList(),
                true,
                item);
    }

    private @Nullable ImageObject image(@Nullable Cover cover) {
        return cover == null
                ? null
                : new ImageObject(
                        "ImageObject",
                        readers.whole(cover.url()),
                        cover.caption(),
                        cover.alt(),
                        cover.credit(),
                        cover.width(),
                        cover.height());
    }
}
