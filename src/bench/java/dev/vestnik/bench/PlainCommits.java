package dev.vestnik.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// The yardstick C: writes and publishes items by plain JDBC, in two commits as the program does,
/// the same rows with the same durability. Texts are ready before; the change log's numbers come
/// from the same locked row. On H2 one writer is let in at a time, without which H2 loses updates.
final class PlainCommits implements AutoCloseable {

    private static final String SLUG =
            "insert into news_slug (item_id, was_public, locale, slug) values (?, false, 'ru', ?)";
    private static final String SLUG_IS_PUBLIC =
            "update news_slug set was_public = true where locale = 'ru' and slug = ? and was_public = false";
    private static final String ITEM =
            """
            insert into news_item (id, version, locale, translation_group, slug, created_at, updated_at, sorted_at,
                title_key, title, summary, reading_minutes, corrections, body_html, body_blocks, body_text, body_toc,
                status, was_public, body_format, body_content, pending_changes)
            values (?, 0, 'ru', ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', ?, ?, ?, ?, 'DRAFT', false, 'HTML', ?, false)\
            """;
    private static final String ITEM_IS_PUBLIC =
            """
            update news_item set status = 'PUBLISHED', version = 1, published_at = ?, sorted_at = ?, updated_at = ?,
                was_public = true
            where id = ? and version = 0\
            """;
    private static final String ITEM_TAG =
            "insert into news_item_tag (item_id, position, tag_id) values (?, ?, ?)";
    private static final String REVISION =
            """
            insert into news_revision (item_id, number, item_version, at, editor, content)
            values (?, 1, 0, ?, 'admin', ?)\
            """;
    private static final String AUDIT =
            """
            insert into audit_event (id, at, actor, actor_id, action, method, resource_kind, resource_id, outcome,
                status, client, request_id)
            values (?, ?, 'admin', ?, ?, 'POST', 'news', ?, 'DONE', 200, '127.0.0.1', ?)\
            """;
    private static final String PUBLICATION =
            """
            insert into publication (edition, id, visible_from, visible_until, version, locale, translation_group,
                slug, created_at, updated_at, published_at, title_key, title, summary, reading_minutes, corrections,
                body_html, body_blocks, body_text, body_toc)
            values (?, ?, ?, timestamp with time zone '9999-12-31 23:59:59+00', 1, 'ru', ?, ?, ?, ?, ?, ?, ?, ?, ?,
                '[]', ?, ?, ?, ?)\
            """;
    private static final String PUBLICATION_TAG =
            """
            insert into publication_tag (edition, publication_id, tag_id, position, locale, published_at, visible_from,
                visible_until)
            values (?, ?, ?, ?, 'ru', ?, ?, timestamp with time zone '9999-12-31 23:59:59+00')\
            """;
    private static final String CLOCK = "select seq from change_clock where id = 1 for update";
    private static final String LINE =
            "insert into change (seq, at, kind, id, locale, what) values (?, ?, 'NEWS', ?, 'ru', ?)";
    private static final String CLOCK_ON = "update change_clock set seq = ? where id = 1";

    private final Database database;
    private final List<Newsroom.Written> texts;
    private final UUID editor = UUID.randomUUID();
    private final AtomicInteger number = new AtomicInteger();
    private final ReentrantLock writer = new ReentrantLock(true);
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Connection> ofThread = ThreadLocal.withInitial(this::open);

    /// @param texts used in turn
    PlainCommits(Database database, List<Newsroom.Written> texts) {
        this.database = database;
        this.texts = texts;
    }

    private Connection open() {
        try {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            opened.add(connection);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Commit {
        void make(Connection connection) throws SQLException;
    }

    /// Writes one more item and publishes it.
    long published() throws SQLException {
        int n = number.getAndIncrement();
        Newsroom.Written text = texts.get(n % texts.size());
        UUID id = UUID.randomUUID();
        String slug = "prosto-" + n;
        OffsetDateTime created = now();
        commit(connection -> create(connection, id, slug, text, created));
        commit(connection -> publish(connection, id, slug, text, created));
        return n;
    }

    private void commit(Commit commit) throws SQLException {
        Connection connection = ofThread.get();
        if (database.isEmbedded()) {
            writer.lock();
        }
        try {
            commit.make(connection);
            connection.commit();
        } finally {
            if (database.isEmbedded()) {
                writer.unlock();
            }
        }
    }

    private void create(
            Connection connection, UUID id, String slug, Newsroom.Written text, OffsetDateTime now)
            throws SQLException {
        Newsroom.Columns columns = text.columns();
        run(connection, SLUG, id, slug);
        run(
                connection,
                ITEM,
                id,
                id,
                slug,
                now,
                now,
                now,
                columns.titleKey(),
                text.title(),
                text.summary(),
                text.body().readingMinutes(),
                columns.html(),
                columns.blocks(),
                columns.text(),
                columns.toc(),
                text.source());
        for (int position = 0; position < 2; position++) {
            run(connection, ITEM_TAG, id, position, text.tags().get(position));
        }
        run(connection, REVISION, id, now, columns.sent());
        logged(connection, id, "created", now);
    }

    private void publish(
            Connection connection,
            UUID id,
            String slug,
            Newsroom.Written text,
            OffsetDateTime created)
            throws SQLException {
        OffsetDateTime now = now();
        UUID edition = UUID.randomUUID();
        Newsroom.Columns columns = text.columns();
        run(connection, SLUG_IS_PUBLIC, slug);
        run(connection, ITEM_IS_PUBLIC, now, now, now, id);
        run(
                connection,
                PUBLICATION,
                edition,
                id,
                now,
                id,
                slug,
                created,
                now,
                now,
                columns.titleKey(),
                text.title(),
                text.summary(),
                text.body().readingMinutes(),
                columns.html(),
                columns.blocks(),
                columns.text(),
                columns.toc());
        for (int position = 0; position < 2; position++) {
            UUID tag = text.tags().get(position);
            run(connection, PUBLICATION_TAG, edition, id, tag, position, now, now);
        }
        logged(connection, id, "published", now);
    }

    private void logged(Connection connection, UUID id, String what, OffsetDateTime now)
            throws SQLException {
        UUID line = UUID.randomUUID();
        run(connection, AUDIT, line, now, editor, what, id.toString(), line.toString());
        long seq;
        try (Statement statement = connection.createStatement();
                ResultSet clock = statement.executeQuery(CLOCK)) {
            clock.next();
            seq = clock.getLong(1) + 1;
        }
        run(connection, LINE, seq, now, id, what);
        run(connection, CLOCK_ON, seq);
    }

    private static void run(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException(sql);
            }
        }
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
        database.release();
    }
}
