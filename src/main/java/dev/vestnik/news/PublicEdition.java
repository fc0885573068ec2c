package dev.vestnik.news;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the public sees of an item from one moment until another, for what is derived from it.
///
/// @param id the item's
/// @param tags the ids of its tags, in its order
public record PublicEdition(
        UUID edition,
        UUID id,
        long version,
        String locale,
        String slug,
        String title,
        @Nullable String summary,
        String text,
        @Nullable String author,
        @Nullable Cover cover,
        int readingMinutes,
        List<UUID> tags,
        Instant publishedAt,
        Instant updatedAt,
        Instant visibleFrom,
        Instant visibleUntil) {}
