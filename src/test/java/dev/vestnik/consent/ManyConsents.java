package dev.vestnik.consent;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Fills the tables with consents to the notice `cookies`, faster than the API would. They have
/// neither events nor evidence.
final class ManyConsents {

    /// When the first one was given; two were given each minute.
    static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-01-01T08:00:00Z");

    private static final int BATCH = 500;
    private static final List<String> STATES = List.of("GIVEN", "REFUSED", "WITHDRAWN", "EXPIRED");
    private static final String RECORD =
            """
            insert into consent_record (id, version, state, notice_key, notice_version, locale, text_hash, method,
                gpc, on_behalf, decisions, decided, given_at, changed_at, expires_at, linked)
            values (?, 1, ?, 'cookies', 1, ?, '', ?, false, false, '{"analytics":"GRANTED","marketing":"DENIED"}',
                1, ?, ?, ?, false)\
            """;
    private static final String DECISION =
            "insert into consent_decision (record_id, position, purpose, decision, given_at) values (?, 1, ?, ?, ?)";

    private ManyConsents() {}

    static UUID id(int n) {
        return new UUID(0x0193b0a000007000L, 0x8000000000000000L + n);
    }

    static OffsetDateTime givenAt(int n) {
        return FIRST.plusMinutes(n / 2);
    }

    static OffsetDateTime expiresAt(int n) {
        return givenAt(n).plusDays(180);
    }

    /// Of four that follow one another one is given, one refused, one withdrawn, one expired; every
    /// other one is in Russian, the rest in Kazakh; each allows analytics and denies marketing.
    static void exist(int count) throws SQLException {
        try (Connection connection = CDI.current().select(DataSource.class).get().getConnection()) {
            connection.setAutoCommit(false);
            batch(
                    connection,
                    RECORD,
                    count,
                    n ->
                            List.of(
                                    id(n),
                                    STATES.get(n % STATES.size()),
                                    n % 2 == 0 ? "ru" : "kk",
                                    n % 2 == 0 ? "ACCEPT_ALL" : "SAVE_CHOICES",
                                    givenAt(n),
                                    givenAt(n),
                                    expiresAt(n)));
            batch(
                    connection,
                    DECISION,
                    count,
                    n -> List.of(id(n), "analytics", "GRANTED", givenAt(n)));
            batch(
                    connection,
                    DECISION,
                    count,
                    n -> List.of(id(n), "marketing", "DENIED", givenAt(n)));
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    private interface Row {
        List<Object> values(int n);
    }

    private static void batch(Connection connection, String sql, int count, Row row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < count; n++) {
                List<Object> values = row.values(n);
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                statement.addBatch();
                if (n % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
