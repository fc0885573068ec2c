package dev.vestnik.news;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A newsroom that was there before bodies were stored as they are sent has the same bodies after.
@QuarkusTest
class BodyMigrationTest {

    private static final String SCHEMA = "older_newsroom";
    private static final String BEFORE = "73";

    private static final String HTML =
            "<p>«Да»\t— <a href=\"/a\\b\">ссылка</a>\r\n\u0001 Қазақстан 100 ₸ 📰</p>";
    private static final String TEXT = "«Да» \\ \"нет\"\n\nдва / три\u001f";
    private static final String BLOCKS =
            "[{\"type\":\"paragraph\",\"html\":\"Қ \\\"а\\\"\\n\",\"text\":\"📰\"}]";
    private static final String TOC = "[]";

    private static final String ITEM =
            """
            insert into older_newsroom.news_item (id, version, locale, translation_group, slug, created_at, updated_at, sorted_at,
                title_key, title, summary, reading_minutes, corrections, body_html, body_blocks, body_text, body_toc,
                status, was_public, body_format, body_content, pending_changes)
            values (?, 0, 'ru', ?, 'a', ?, ?, ?, ?, 'A', 'A', 1, '[]', ?, ?, ?, ?, 'PUBLISHED', true, 'HTML', '', false)\
            """;
    private static final String PUBLICATION =
            """
            insert into older_newsroom.publication (edition, id, visible_from, visible_until, version, locale, translation_group,
                slug, created_at, updated_at, published_at, title_key, title, summary, reading_minutes, corrections,
                body_html, body_blocks, body_text, body_toc)
            select id, id, created_at, created_at, version, locale, translation_group,
                slug, created_at, updated_at, created_at, title_key, title, summary, reading_minutes, corrections,
                body_html, body_blocks, body_text, body_toc
            from older_newsroom.news_item\
            """;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject DataSource database;

    @BeforeEach
    void make() throws SQLException {
        leave();
        execute("create schema " + SCHEMA);
    }

    @AfterEach
    void leave() throws SQLException {
        execute("drop schema if exists " + SCHEMA + " cascade");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(database)
                .defaultSchema(SCHEMA)
                .schemas(SCHEMA)
                .locations(
                        "db/migration",
                        "db/vendor/" + (url.startsWith("jdbc:h2") ? "h2" : "postgresql"));
    }

    @Test
    void bodies_become_the_json_that_was_sent() throws SQLException, JsonProcessingException {
        migrations().target(BEFORE).load().migrate();
        UUID id = UUID.randomUUID();
        OffsetDateTime at = OffsetDateTime.parse("2026-01-01T08:00:00Z");
        try (Connection connection = database.getConnection();
                PreparedStatement item = connection.prepareStatement(ITEM)) {
            Object[] values = {id, id, at, at, at, new byte[] {1}, HTML, BLOCKS, TEXT, TOC};
            for (int i = 0; i < values.length; i++) {
                item.setObject(i + 1, values[i]);
            }
            item.executeUpdate();
        }
        execute(PUBLICATION);

        migrations().load().migrate();

        assertThat(bodies("news_item"), equalTo(List.of(HTML, BLOCKS, TEXT, TOC)));
        assertThat(bodies("publication"), equalTo(List.of(HTML, BLOCKS, TEXT, TOC)));
    }

    /// HTML and text as JSON says them, blocks and headings as they stand there.
    private List<String> bodies(String table) throws SQLException, JsonProcessingException {
        JsonMapper json = new JsonMapper();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select body_html, body_blocks, body_text, body_toc from "
                                        + SCHEMA
                                        + "."
                                        + table)) {
            found.next();
            List<String> bodies = new ArrayList<>();
            for (int column = 1; column <= 4; column++) {
                String stored = new String(found.getBytes(column), StandardCharsets.UTF_8);
                bodies.add(column % 2 == 1 ? json.readValue(stored, String.class) : stored);
            }
            return bodies;
        }
    }
}
