package dev.vestnik.news;

import dev.vestnik.text.Collation;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;

/// Fills the tables with published items of about three kilobytes each, faster than the API would.
final class ManyNews {

    /// The tag that every item carries.
    static final String ON_ALL = "tag-0";

    private static final int BATCH = 500;
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2020-01-01T08:00:00Z");
    private static final byte[] HTML =
            json("\"<p>" + "The saiga came back to the steppe. ".repeat(85) + "</p>\"");
    private static final byte[] TEXT = json("\"Text\"");
    private static final byte[] NOTHING = json("[]");

    private static final String SHARED_COLUMNS =
            "id, version, locale, translation_group, slug, created_at, updated_at, published_at, title_key, title,"
                    + " summary, reading_minutes, corrections, body_html, body_blocks, body_text, body_toc";
    private static final String SHARED_VALUES =
            "?, 1, 'ru', ?, ?, ?, ?, ?, ?, ?, 'Lead', 1, '[]', ?, ?, ?, ?";
    private static final String ITEM =
            "insert into news_item ("
                    + SHARED_COLUMNS
                    + ", status, sorted_at, was_public, body_format, body_content) values ("
                    + SHARED_VALUES
                    + ", 'PUBLISHED', ?, true, 'HTML', 'Text')";
    private static final String PUBLICATION =
            "insert into publication (edition, visible_from, visible_until, "
                    + SHARED_COLUMNS
                    + ") select id, published_at, timestamp with time zone '9999-12-31 23:59:59+00', "
                    + SHARED_COLUMNS
                    + " from news_item";
    private static final String SLUG =
            "insert into news_slug (locale, slug, item_id, was_public) values ('ru', ?, ?, true)";
    private static final String TAG =
            "insert into tag (id, version, slug, names, descriptions, aliases, created_at, updated_at)"
                    + " values (?, 0, ?, ?, '{}', '[]', ?, ?)";
    private static final String TAG_SLUG = "insert into tag_slug (slug, tag_id) values (?, ?)";
    private static final String ITEM_TAG =
            "insert into news_item_tag (item_id, position, tag_id) values (?, ?, ?)";
    private static final String PUBLICATION_TAG =
            """
            insert into publication_tag (edition, publication_id, tag_id, position, locale, published_at,
                visible_from, visible_until)
            select p.edition, p.id, t.tag_id, t.position, p.locale, p.published_at, p.visible_from, p.visible_until
            from news_item_tag t join publication p on p.id = t.item_id\
            """;

    private ManyNews() {}

    /// The id of the item with a number, from 0; two items share a minute.
    static UUID item(int n) {
        return new UUID(0x0193b0a000007000L, 0x8000000000000000L + n);
    }

    static UUID tag(int n) {
        return new UUID(0x0193b0a000007001L, 0x8000000000000000L + n);
    }

    static OffsetDateTime publishedAt(int n) {
        return FIRST.plusMinutes(n / 2);
    }

    /// Items `item-0` to `item-{items - 1}` with the tags `tag-0` to `tag-{tags - 1}`: one of those
    /// on all and one of the others each.
    static void exist(int items, int tags) throws SQLException {
        try (Connection connection = CDI.current().select(DataSource.class).get().getConnection()) {
            connection.setAutoCommit(false);
            batch(
                    connection,
                    TAG,
                    tags,
                    (row, n) ->
                            fill(
                                    row,
                                    tag(n),
                                    "tag-" + n,
                                    "{\"ru\":\"Tag " + n + "\"}",
                                    FIRST,
                                    FIRST));
            batch(connection, TAG_SLUG, tags, (row, n) -> fill(row, "tag-" + n, tag(n)));
            batch(
                    connection,
                    ITEM,
                    items,
                    (row, n) -> {
                        shared(row, n);
                        row.setObject(13, publishedAt(n));
                    });
            batch(connection, SLUG, items, (row, n) -> fill(row, "item-" + n, item(n)));
            for (int place = 0; place < 2; place++) {
                int position = place;
                batch(
                        connection,
                        ITEM_TAG,
                        items,
                        (row, n) ->
                                fill(
                                        row,
                                        item(n),
                                        position,
                                        tag(position == 0 ? 0 : 1 + n % (tags - 1))));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(PUBLICATION);
                statement.execute(PUBLICATION_TAG);
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    private static void shared(PreparedStatement row, int n) throws SQLException {
        OffsetDateTime at = publishedAt(n);
        String title = "Item " + n;
        fill(
                row,
                item(n),
                item(n),
                "item-" + n,
                at,
                at,
                at,
                Collation.key("ru", title),
                title,
                HTML,
                NOTHING,
                TEXT,
                NOTHING);
    }

    private static byte[] json(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private interface Row {
        void fill(PreparedStatement row, int n) throws SQLException;
    }

    private static void batch(Connection connection, String sql, int count, Row row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < count; n++) {
                row.fill(statement, n);
                statement.addBatch();
                if (n % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static void fill(PreparedStatement row, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }
}
