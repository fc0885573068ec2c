package dev.vestnik.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vestnik.news.Cover;
import dev.vestnik.news.NewsLinks;
import dev.vestnik.news.NewsStatus;
import dev.vestnik.tag.TagRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A news item that was found.
@Schema(name = "SearchHit")
record SearchHit(
        UUID id,
        long version,
        String locale,
        String slug,
        @Schema(description = "Of a working copy; only with state=draft.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable NewsStatus status,
        String title,
        @Nullable String summary,
        List<TagRef> tags,
        @Nullable String author,
        @Nullable Cover cover,
        @Schema(description = "Null where it has never been public.") @Nullable Instant publishedAt,
        @Schema(
                        description = "The day of publication, or of creation, for readers.",
                        examples = "10 декабря 2025")
                String displayDate,
        Instant updatedAt,
        int readingMinutes,
        NewsLinks links,
        @Schema(description = "How well it fits; comparable within one answer.") float score,
        @Schema(description = "Only with highlight=true.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Highlights highlights) {}
