package dev.vestnik.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The database itself keeps what is written: whoever comes past the program is refused too.
@QuarkusTest
class InsertOnlyTest {

    private static final UUID CHAIN = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Inject Ledger ledger;
    @Inject DataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set type = 'REFUSED'",
                "update ledger_event set hash = hash where position = 77",
                "delete from ledger_event",
                "delete from ledger_event where position = 77",
                "truncate table ledger_event"
            })
    void events_can_be_neither_changed_nor_taken_away(String statement) {
        List<LedgerEvent> before =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            ledger.append(
                                    CHAIN,
                                    "GIVEN",
                                    Instant.parse("2026-01-01T00:00:00Z"),
                                    JsonNodeFactory.instance.objectNode().put("a", 1));
                            return LedgerEvent.of(CHAIN);
                        });

        assertThrows(SQLException.class, () -> execute(statement));

        List<LedgerEvent> after =
                QuarkusTransaction.requiringNew().call(() -> LedgerEvent.of(CHAIN));
        assertEquals(1, after.size());
        assertEquals(before.get(0).hashed(), after.get(0).hashed());
        assertEquals(before.get(0).hash, after.get(0).hash);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
