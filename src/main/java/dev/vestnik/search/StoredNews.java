package dev.vestnik.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.Cover;
import dev.vestnik.news.NewsCopy;
import dev.vestnik.news.NewsStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the index keeps of an item so that an answer needs no database.
record StoredNews(
        UUID id,
        long version,
        String locale,
        String slug,
        NewsStatus status,
        String title,
        @Nullable String summary,
        @Nullable String author,
        @Nullable Cover cover,
        int readingMinutes,
        List<UUID> tags,
        @Nullable Instant publishedAt,
        Instant sortedAt,
        Instant updatedAt) {

    static StoredNews of(NewsCopy copy) {
        return new StoredNews(
                copy.id(),
                copy.version(),
                copy.locale(),
                copy.slug(),
                copy.status(),
                copy.title(),
                copy.summary(),
                copy.author(),
                copy.cover(),
                copy.readingMinutes(),
                copy.tags(),
                copy.publishedAt(),
                copy.sortedAt(),
                copy.updatedAt());
    }

    static StoredNews read(String stored, ObjectMapper json) {
        try {
            return json.readValue(stored, StoredNews.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The index keeps what was written", e);
        }
    }

    String write(ObjectMapper json) {
        try {
            return json.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
