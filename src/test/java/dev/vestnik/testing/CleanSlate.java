package dev.vestnik.testing;

import dev.vestnik.access.Logins;
import dev.vestnik.audit.AuditLog;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/// Empties the database before each test, and lets the clock run.
public class CleanSlate implements QuarkusTestBeforeEachCallback {

    private static final List<String> TABLES =
            List.of(
                    "preview_link",
                    "news_revision",
                    "publication_tag",
                    "publication",
                    "news_item_tag",
                    "news_item",
                    "news_slug",
                    "tag_slug",
                    "tag",
                    "api_key",
                    "audit_event",
                    "idempotent_answer",
                    "change");

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        TestClock.run();
        CDI.current().select(AuditLog.class).get().settle();
        emptyTables();
        Logins.reset();
    }

    /// Takes away all content but that of some tables, and leaves the users.
    public static void emptyTables(String... kept) {
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                if (!List.of(kept).contains(table)) {
                    statement.executeUpdate("delete from " + table);
                }
            }
            statement.executeUpdate("update change_clock set seq = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
