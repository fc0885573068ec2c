package dev.vestnik.news;

import dev.vestnik.database.Row;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.sql.SQLException;
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
        int readingMinutes) {

    static final String COLUMNS =
            "k.title, k.summary, k.author, "
                    + Source.COLUMNS
                    + ", "
                    + Cover.COLUMNS
                    + ", "
                    + Seo.COLUMNS
                    + ", k.featured_until, k.reading_minutes";

    /// @param columns goes on with those
    static Headline read(Row columns) throws SQLException {
        return new Headline(
                columns.text(),
                columns.textOrNull(),
                columns.textOrNull(),
                Source.read(columns),
                Cover.read(columns),
                Seo.read(columns),
                columns.timeOrNull(),
                (int) columns.number());
    }
}
