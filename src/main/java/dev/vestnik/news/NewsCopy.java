package dev.vestnik.news;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The text of an item with what a list shows of it, for what is derived from the news.
///
/// @param id the item's
/// @param summary null where it has none
/// @param tags the ids of its tags, in its order
/// @param publishedAt when it became public; null where it never was
/// @param sortedAt `publishedAt`, or else when it was created
public record NewsCopy(
        UUID id,
        long version,
        String locale,
        String slug,
        NewsStatus status,
        String title,
        @Nullable String summary,
        String text,
        @Nullable String author,
        @Nullable Cover cover,
        int readingMinutes,
        List<UUID> tags,
        @Nullable Instant publishedAt,
        Instant sortedAt,
        Instant updatedAt) {}
