package dev.vestnik.news;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything of an item's content but its body: what a list shows.
@Embeddable
public record Headline(
        String title,
        @Nullable String summary,
        @Nullable String author,
        @Embedded @Nullable Source source,
        @Embedded @Nullable Cover cover,
        @Embedded @Nullable Seo seo,
        @Nullable Instant featuredUntil,
        int readingMinutes) {}
