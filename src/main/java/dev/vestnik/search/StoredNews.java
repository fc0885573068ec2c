package dev.vestnik.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.Cover;
import dev.vestnik.news.PublicEdition;
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
        String title,
        @Nullable String summary,
        @Nullable String author,
        @Nullable Cover cover,
        int readingMinutes,
        List<UUID> tags,
        Instant publishedAt,
        Instant updatedAt) {

    static StoredNews of(PublicEdition edition) {
        return new StoredNews(
                edition.id(),
                edition.version(),
                edition.locale(),
                edition.slug(),
                edition.title(),
                edition.summary(),
                edition.author(),
                edition.cover(),
                edition.readingMinutes(),
                edition.tags(),
                edition.publishedAt(),
                edition.updatedAt());
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
