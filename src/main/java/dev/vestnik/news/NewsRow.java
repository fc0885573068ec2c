package dev.vestnik.news;

import dev.vestnik.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    private static final String NEWSROOM = "k.status, k.pending_changes, k.sorted_at, ";
    private static final String COLUMNS =
            "k.id, k.version, k.locale, k.translation_group, k.slug, k.created_at, k.updated_at,"
                    + " k.published_at, k.title_key, "
                    + Headline.COLUMNS
                    + ", k.corrections";

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

    /// The columns of `k`, a publication or an item, of which a row is made.
    static String columns(boolean newsroom, BodyDepth depth) {
        return (newsroom ? NEWSROOM + COLUMNS : COLUMNS) + depth.columns;
    }

    /// @param columns begins with those
    static NewsRow read(Row columns, boolean newsroom, BodyDepth depth) throws SQLException {
        NewsStatus status = newsroom ? NewsStatus.valueOf(columns.text()) : NewsStatus.PUBLISHED;
        Boolean pendingChanges = newsroom ? columns.flag() : null;
        Instant sortedAt = newsroom ? columns.time() : null;
        UUID id = columns.id();
        long version = columns.number();
        String locale = columns.text();
        UUID translationGroup = columns.id();
        String slug = columns.text();
        Instant createdAt = columns.time();
        Instant updatedAt = columns.time();
        Instant publishedAt = columns.timeOrNull();
        return new NewsRow(
                id,
                version,
                locale,
                translationGroup,
                slug,
                status,
                createdAt,
                updatedAt,
                publishedAt,
                sortedAt == null ? Objects.requireNonNull(publishedAt) : sortedAt,
                columns.bytes(),
                Headline.read(columns),
                new Correction.Column().convertToEntityAttribute(columns.text()),
                pendingChanges,
                depth.read(columns));
    }
}
