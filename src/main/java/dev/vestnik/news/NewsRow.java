package dev.vestnik.news;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a list: an item or a publication without its body, or with it where that was asked.
record NewsRow(
        UUID id,
        long version,
        String locale,
        UUID translationGroup,
        String slug,
        NewsStatus status,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        Instant sortedAt,
        byte[] titleKey,
        Headline headline,
        List<Correction> corrections,
        @Nullable Boolean pendingChanges,
        @Nullable Body body) {

    /// A publication.
    NewsRow(
            UUID id,
            long version,
            String locale,
            UUID translationGroup,
            String slug,
            Instant createdAt,
            Instant updatedAt,
            Instant publishedAt,
            byte[] titleKey,
            Headline headline,
            List<Correction> corrections,
            @Nullable Body body) {
        this(
                id,
                version,
                locale,
                translationGroup,
                slug,
                NewsStatus.PUBLISHED,
                createdAt,
                updatedAt,
                publishedAt,
                publishedAt,
                titleKey,
                headline,
                corrections,
                null,
                body);
    }

    static NewsRow of(Publication publication) {
        return new NewsRow(
                publication.id,
                publication.version,
                publication.locale,
                publication.translationGroup,
                publication.slug,
                publication.createdAt,
                publication.updatedAt,
                publication.publishedAt,
                publication.titleKey,
                publication.headline,
                publication.corrections,
                publication.body);
    }

    static NewsRow of(NewsItem item) {
        return new NewsRow(
                item.id,
                item.version,
                item.locale,
                item.translationGroup,
                item.slug,
                item.status,
                item.createdAt,
                item.updatedAt,
                item.publishedAt,
                item.sortedAt,
                item.titleKey,
                item.headline,
                item.corrections,
                item.pendingChanges,
                item.body);
    }
}
