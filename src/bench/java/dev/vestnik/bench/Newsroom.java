package dev.vestnik.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import dev.vestnik.news.BodyInput;
import dev.vestnik.news.NewsInput;
import dev.vestnik.text.Block;
import dev.vestnik.text.BodyFormat;
import dev.vestnik.text.Collation;
import dev.vestnik.text.RenderedBody;
import dev.vestnik.text.TocEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Fills the tables of a migrated database with published items, faster than the API would. The
/// same number of items gives the same newsroom.
final class Newsroom {

    /// The tag that every item carries; each has another of the rest.
    static final int TAGS = 200;

    private static final int BATCH = 1_000;
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2020-01-01T08:00:00Z");
    private static final JsonText<NewsInput> INPUT = new JsonText<>(new TypeReference<>() {});
    private static final JsonText<String> TEXT = new JsonText<>(new TypeReference<>() {});
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
    private static final String REVISION =
            """
            insert into news_revision (item_id, number, item_version, at, editor, content)
            values (?, 1, 0, ?, 'admin', ?)\
            """;
    private static final String LINE =
            "insert into change (seq, at, kind, id, locale, what) values (?, ?, ?, ?, ?, ?)";
    private static final String PUBLICATION_TAG =
            """
            insert into publication_tag (edition, publication_id, tag_id, position, locale, published_at,
                visible_from, visible_until)
            values (?, ?, ?, ?, 'ru', ?, ?, timestamp with time zone '9999-12-31 23:59:59+00')\
            """;

    private Newsroom() {}

    /// The id of the item with a number, from 0.
    static UUID item(int n) {
        return new UUID(0x0193b0a000007000L, 0x8000000000000000L + n);
    }

    static String slug(int n) {
        return "novost-" + n;
    }

    static String tagSlug(int n) {
        return "tema-" + n;
    }

    private static UUID tag(int n) {
        return new UUID(0x0193b0a000007001L, 0x8000000000000000L + n);
    }

    /// An item's texts, and what is made of them.
    record Written(
            int n,
            OffsetDateTime at,
            String title,
            String summary,
            String source,
            RenderedBody body,
            Columns columns) {

        static Written of(int n) {
            Texts texts = new Texts(n);
            String title = texts.title();
            String summary = texts.summary();
            String html = texts.html();
            RenderedBody body = RenderedBody.of(BodyFormat.HTML, html);
            return new Written(
                    n,
                    FIRST.plusMinutes(n),
                    title,
                    summary,
                    html,
                    body,
                    new Columns(
                            Collation.key("ru", title),
                            TEXT.stored(body.html()).bytes(),
                            BLOCKS.stored(body.blocks()).bytes(),
                            TEXT.stored(body.text()).bytes(),
                            TOC.stored(body.toc()).bytes(),
                            INPUT.write(sent(n, title, summary, html))));
        }

        List<UUID> tags() {
            return tagsOf(n);
        }

        private static NewsInput sent(int n, String title, String summary, String html) {
            return new NewsInput(
                    "ru",
                    title,
                    summary,
                    new BodyInput(BodyFormat.HTML, html),
                    tagsOf(n).stream().map(UUID::toString).toList(),
                    slug(n),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static List<UUID> tagsOf(int n) {
            return List.of(tag(0), tag(1 + n % (TAGS - 1)));
        }
    }

    /// What stands in the columns that hold JSON or keys.
    record Columns(
            byte[] titleKey, byte[] html, byte[] blocks, byte[] text, byte[] toc, String sent) {}

    /// Fills a database that the program has migrated and that nobody else has open. Leaves what
    /// the API would leave behind it, but for the audit log.
    static void fill(Database into, int items) throws SQLException {
        try (Connection database = into.connect();
                Statement statement = database.createStatement()) {
            if (into.isEmbedded()) {
                // Each commit at once would make the file many times as large.
                statement.execute("set write_delay 10000");
            }
            foreignKeys(statement, into, false);
            List<String> indexes = Indexes.drop(statement, into.isEmbedded());
            tags(database);
            write(into, database, items);
            for (String index : indexes) {
                statement.execute(index);
            }
            foreignKeys(statement, into, true);
            statement.executeUpdate(
                    "update change_clock set seq = " + lines(items) + " where id = 1");
            if (into.isEmbedded()) {
                statement.execute("analyze");
            } else {
                statement.execute("vacuum analyze");
                // Else the server would go on writing for minutes, while it is measured.
                statement.execute("checkpoint");
            }
        }
        into.release();
    }

    /// Writes all items. A server has a process for each connection, and keeps two of them busy; H2
    /// has one writer.
    private static void write(Database into, Connection first, int items) throws SQLException {
        if (into.isEmbedded()) {
            write(first, items, 0, 1);
            return;
        }
        CompletableFuture<Void> others =
                CompletableFuture.runAsync(
                        () -> {
                            try (Connection second = into.connect();
                                    Statement statement = second.createStatement()) {
                                foreignKeys(statement, into, false);
                                write(second, items, 1, 2);
                            } catch (SQLException e) {
                                throw new CompletionException(e);
                            }
                        },
                        work -> new Thread(work, "second-writer").start());
        try {
            write(first, items, 0, 2);
        } finally {
            others.join();
        }
    }

    /// Writes one in so many of the batches.
    private static void write(Connection database, int items, int first, int writers)
            throws SQLException {
        database.setAutoCommit(false);
        for (int from = first * BATCH; from < items; from += writers * BATCH) {
            List<Written> batch =
                    IntStream.range(from, Math.min(items, from + BATCH))
                            .parallel()
                            .mapToObj(Written::of)
                            .toList();
            write(database, batch);
            database.commit();
        }
        database.setAutoCommit(true);
    }

    /// Whether each row is held to them: these are known to keep to them.
    private static void foreignKeys(Statement database, Database of, boolean held)
            throws SQLException {
        database.execute(
                of.isEmbedded()
                        ? "set referential_integrity " + held
                        : "set session_replication_role = " + (held ? "origin" : "replica"));
    }

    /// How many lines the change log has then.
    static long lines(int items) {
        return TAGS + 2L * items;
    }

    private static void tags(Connection database) throws SQLException {
        try (PreparedStatement tag = database.prepareStatement(TAG);
                PreparedStatement slug = database.prepareStatement(TAG_SLUG);
                PreparedStatement line = database.prepareStatement(LINE)) {
            for (int n = 0; n < TAGS; n++) {
                String name = "{\"ru\":\"Тема " + n + "\"}";
                add(tag, tag(n), tagSlug(n), name, FIRST, FIRST);
                add(slug, tagSlug(n), tag(n));
                add(line, n + 1L, FIRST, "TAG", tag(n), null, "created");
            }
            tag.executeBatch();
            slug.executeBatch();
            line.executeBatch();
        }
    }

    private static void write(Connection database, List<Written> batch) throws SQLException {
        try (PreparedStatement item = database.prepareStatement(ITEM);
                PreparedStatement publication = database.prepareStatement(PUBLICATION);
                PreparedStatement slug = database.prepareStatement(SLUG);
                PreparedStatement itemTag = database.prepareStatement(ITEM_TAG);
                PreparedStatement publicationTag = database.prepareStatement(PUBLICATION_TAG);
                PreparedStatement revision = database.prepareStatement(REVISION);
                PreparedStatement line = database.prepareStatement(LINE)) {
            for (Written news : batch) {
                UUID id = item(news.n());
                OffsetDateTime at = news.at();
                RenderedBody body = news.body();
                byte[] titleKey = news.columns().titleKey();
                Columns columns = news.columns();
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
                        columns.html(),
                        columns.blocks(),
                        columns.text(),
                        columns.toc(),
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
                        columns.html(),
                        columns.blocks(),
                        columns.text(),
                        columns.toc());
                add(slug, slug(news.n()), id);
                add(revision, id, at, news.columns().sent());
                add(line, lines(news.n()) + 1, at, "NEWS", id, "ru", "created");
                add(line, lines(news.n()) + 2, at, "NEWS", id, "ru", "published");
                for (int position = 0; position < 2; position++) {
                    UUID tag = news.tags().get(position);
                    add(itemTag, id, position, tag);
                    add(publicationTag, id, id, tag, position, at, at);
                }
            }
            for (PreparedStatement statement :
                    List.of(item, publication, slug, itemTag, publicationTag, revision, line)) {
                statement.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
