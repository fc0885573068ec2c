package dev.vestnik.testing;

import dev.vestnik.access.Logins;
import dev.vestnik.audit.AuditLog;
import dev.vestnik.change.ChangeWatch;
import dev.vestnik.edge.ResponseCache;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/// Empties the database before each test, and lets the clock run; takes care that secrets and audit
/// lines of every test are looked at in the end.
public class CleanSlate implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {

    private static final List<String> TABLES =
            List.of(
                    "schedule_entry",
                    "preview_link",
                    "news_revision",
                    "pin",
                    "publication_tag",
                    "publication",
                    "news_item_tag",
                    "news_item",
                    "news_slug",
                    "retagging",
                    "tag_slug",
                    "tag",
                    "synonyms",
                    "api_key",
                    "webhook_delivery",
                    "webhook",
                    "audit_event",
                    "idempotent_answer",
                    "consent_tally",
                    "consent_record",
                    "consent_notice_version",
                    "consent_notice",
                    "consent_purpose",
                    "sealed_evidence",
                    "evidence_key",
                    "ledger_unsealed",
                    "change");

    /// Tables that take inserts alone, whose guards are put aside meanwhile.
    private static final List<String> GUARDED =
            List.of(
                    "consent_decision",
                    "consent_edition_text",
                    "consent_edition",
                    "ledger_checkpoint",
                    "ledger_node",
                    "ledger_leaf",
                    "ledger_key",
                    "ledger_event");

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        TestClock.run();
        RestAssured.replaceFiltersWith(new SecretsOnTheWire());
        keepSigningSecret();
        CDI.current().select(AuditLog.class).get().settle();
        emptyTables();
        Logins.reset();
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        CDI.current().select(AuditLog.class).get().settle();
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("select * from audit_event")) {
            int columns = lines.getMetaData().getColumnCount();
            while (lines.next()) {
                StringBuilder line = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    line.append(lines.getString(column)).append(' ');
                }
                Secrets.expose("audit", line.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keepSigningSecret() {
        Path data = ConfigProvider.getConfig().getValue("vestnik.data-dir", Path.class);
        Path secret = data.resolve("keys").resolve("secret");
        try {
            if (Files.exists(secret)) {
                Secrets.keep(Files.readString(secret).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes away all content but that of some tables, and leaves the users.
    public static void emptyTables(String... kept) {
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Unguarded.deleteAll(connection, GUARDED);
            for (String table : TABLES) {
                if (!List.of(kept).contains(table)) {
                    statement.executeUpdate("delete from " + table);
                }
            }
            statement.executeUpdate("update change_clock set seq = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        CDI.current().select(ChangeWatch.class).get().look();
        // What tests write past the change log is told to nobody.
        CDI.current().select(ResponseCache.class).get().forgetAll();
    }
}
