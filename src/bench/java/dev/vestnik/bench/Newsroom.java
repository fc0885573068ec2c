package dev.vestnik.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import dev.vestnik.text.Block;
import dev.vestnik.text.BodyFormat;
import dev.vestnik.text.Collation;
import dev.vestnik.text.RenderedBody;
import dev.vestnik.text.TocEntry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Fills the tables of a migrated database with published items, faster than the API would. The
/// same number of items gives the same newsroom.
public final class Newsroom {

    /// The tag that every item carries; each has another of the rest.
    public static final int TAGS = 200;

    private static final int BATCH = 1_000;
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2020-01-01T08:00:00Z");
    private static final JsonText<List<Block>> BLOCKS = new JsonText<>(new TypeReference<>() {});
    private static final JsonText<List<TocEntry>> TOC = new JsonText<>(new TypeReference<>() {});

    private static final String COLUMNS =
            "id, version, locale, translation_group, slug, created_at, updated_at, published_at, title_key, title,"
                    + " summary, reading_minutes, corrections, body_html, body_blocks, body_text, body_toc";
    private static final String ITEM =
            "insert into news_item ("
                    + COLUMNS
                    + ", status, sorted_at, was_public, body_format, body_content) values"
                    + " (?, 1, 'ru', ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, 'PUBLISHED', ?, true, 'HTML', ?)";
    private static final String PUBLICATION =
            "insert into publication (edition, visible_from, visible_until, "
                    + COLUMNS
                    + ") values (?, ?, timestamp with time zone '9999-12-31 23:59:59+00',"
                    + " ?, 1, 'ru', ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?)";
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
            values (?, ?, ?, ?, 'ru', ?, ?, timestamp with time zone '9999-12-31 23:59:59+00')\
            """;

    private Newsroom() {}

    /// The id of the item with a number, from 0.
    public static UUID item(int n) {
        return new UUID(0x0193b0a000007000L, 0x8000000000000000L + n);
    }

    public static String slug(int n) {
        return "novost-" + n;
    }

    private static UUID tag(int n) {
        return new UUID(0x0193b0a000007001L, 0x8000000000000000L + n);
    }

    private record Written(
            int n,
            OffsetDateTime at,
            String title,
            String summary,
            String source,
            RenderedBody body) {

        static Written of(int n) {
            Texts texts = new Texts(n);
            String html = texts.html();
            return new Written(
                    n,
                    FIRST.plusMinutes(n),
                    texts.title(),
                    texts.summary(),
                    html,
                    RenderedBody.of(BodyFormat.HTML, html));
        }
    }

    /// Fills the database that a JDBC URL leads to.
    public static void fill(String url, String user, String password, int items)
            throws SQLException {
        try (Connection database = DriverManager.getConnection(url, user, password)) {
            database.setAutoCommit(false);
            tags(database);
            for (int from = 0; from < items; from += BATCH) {
                List<Written> batch =
                        IntStream.range(from, Math.min(items, from + BATCH))
                                .parallel()
                                .mapToObj(Written::of)
                                .toList();
                write(database, batch);
                database.commit();
            }
            try (Statement statement = database.createStatement()) {
                statement.execute("analyze");
                database.commit();
                if (url.startsWith("jdbc:h2:")) {
                    statement.execute("shutdown");
                }
            }
        }
    }

    private static void tags(Connection database) throws SQLException {
        try (PreparedStatement tag = database.prepareStatement(TAG);
                PreparedStatement slug = database.prepareStatement(TAG_SLUG)) {
            for (int n = 0; n < TAGS; n++) {
                String name = "{\"ru\":\"Тема " + n + "\"}";
                add(tag, tag(n), "tema-" + n, name, FIRST, FIRST);
                add(slug, "tema-" + n, tag(n));
            }
            tag.executeBatch();
            slug.executeBatch();
        }
    }

    private static void write(Connection database, List<Written> batch) throws SQLException {
        try (PreparedStatement item = database.prepareStatement(ITEM);
                PreparedStatement publication = database.prepareStatement(PUBLICATION);
                PreparedStatement slug = database.prepareStatement(SLUG);
                PreparedStatement itemTag = database.prepareStatement(ITEM_TAG);
                PreparedStatement publicationTag = database.prepareStatement(PUBLICATION_TAG)) {
            for (Written news : batch) {
                UUID id = item(news.n());
                OffsetDateTime at = news.at();
                RenderedBody body = news.body();
                byte[] titleKey = Collation.key("ru", news.title());
                String blocks = BLOCKS.write(body.blocks());
                String toc = TOC.write(body.toc());
                add(
                        item,
                        id,
                        id,
                        slug(news.n()),
                        at,
                        at,
                        at,
                        titleKey,
                        news.title(),
                        news.summary(),
                        body.readingMinutes(),
                        body.html(),
                        blocks,
                        body.text(),
                        toc,
                        at,
                        news.source());
                add(
                        publication,
                        id,
                        at,
                        id,
                        id,
                        slug(news.n()),
                        at,
                        at,
                        at,
                        titleKey,
                        news.title(),
                        news.summary(),
                        body.readingMinutes(),
                        body.html(),
                        blocks,
                        body.text(),
                        toc);
                add(slug, slug(news.n()), id);
                for (int position = 0; position < 2; position++) {
                    UUID tag = tag(position == 0 ? 0 : 1 + news.n() % (TAGS - 1));
                    add(itemTag, id, position, tag);
                    add(publicationTag, id, id, tag, position, at, at);
                }
            }
            for (PreparedStatement statement :
                    List.of(item, publication, slug, itemTag, publicationTag)) {
                statement.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
