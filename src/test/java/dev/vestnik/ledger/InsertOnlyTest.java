package dev.vestnik.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vestnik.testing.DatabaseDump;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database itself keeps what is written: whoever comes past the program is refused too.
@QuarkusTest
class InsertOnlyTest {

    private static final UUID CHAIN = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Inject Ledger ledger;
    @Inject Sealing sealing;
    @Inject DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set type = 'REFUSED'",
                "update ledger_event set hash = hash where position = 77",
                "delete from ledger_event",
                "delete from ledger_event where position = 77",
                "truncate table ledger_event",
                "update ledger_leaf set position = 2",
                "delete from ledger_leaf",
                "truncate table ledger_leaf",
                "update ledger_node set hash = 'x'",
                "delete from ledger_node",
                "truncate table ledger_node",
                "update ledger_checkpoint set root = 'x'",
                "delete from ledger_checkpoint",
                "truncate table ledger_checkpoint",
                "update ledger_key set x = 'x'",
                "delete from ledger_key",
                "truncate table ledger_key"
            })
    void what_is_written_can_be_neither_changed_nor_taken_away(String statement)
            throws SQLException {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    append();
                    append();
                });
        sealing.next();
        String before = DatabaseDump.of(database);

        assertThrows(SQLException.class, () -> execute(statement));

        assertEquals(before, DatabaseDump.of(database));
    }

    private void append() {
        ledger.append(
                CHAIN,
                "NOTED",
                Instant.parse("2026-01-01T00:00:00Z"),
                JsonNodeFactory.instance.objectNode().put("a", 1));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
