package dev.vestnik.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// A row in which one byte of one column was changed, past the guards.
public final class TamperedRow {

    /// What tells rows apart.
    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "ledger_event", List.of("id"),
                    "ledger_leaf", List.of("leaf_index"),
                    "ledger_node", List.of("place"),
                    "ledger_checkpoint", List.of("number"),
                    "ledger_key", List.of("generation"),
                    "consent_record", List.of("id"),
                    "consent_decision", List.of("record_id", "position", "purpose"),
                    "consent_edition", List.of("version_id"),
                    "consent_edition_text", List.of("version_id", "locale"));

    private final Column column;
    private final Map<String, Object> before;
    private final Object value;

    private TamperedRow(Column column, Map<String, Object> before, Object value) {
        this.column = column;
        this.before = before;
        this.value = value;
    }

    public record Column(String table, String name) {}

    /// Changes one random byte in a column of one random row; empty where the database does not let
    /// it be, such as for another row of the same key, or where there is nothing to change.
    public static Optional<TamperedRow> changed(DataSource database, Column column, Random random) {
        Map<String, Object> before = randomRow(database, column.table(), random);
        if (before.get(column.name()) == null) {
            return Optional.empty();
        }
        TamperedRow row =
                new TamperedRow(column, before, changed(before.get(column.name()), random));
        return row.write(before, row.value) ? Optional.of(row) : Optional.empty();
    }

    public void restore() {
        Map<String, Object> now = new HashMap<>(before);
        now.put(column.name(), value);
        if (!write(now, before.get(column.name()))) {
            throw new AssertionError(this + " could not be restored");
        }
    }

    public UUID uuid(String name) {
        return (UUID) before.get(name);
    }

    public long number(String name) {
        return ((Number) before.get(name)).longValue();
    }

    private static Map<String, Object> randomRow(DataSource database, String table, Random random) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            int count;
            try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                count = rows.getInt(1);
            }
            try (ResultSet row =
                    statement.executeQuery(
                            "select * from "
                                    + table
                                    + " order by 1 limit 1 offset "
                                    + random.nextInt(count))) {
                row.next();
                Map<String, Object> values = new HashMap<>();
                for (int n = 1; n <= row.getMetaData().getColumnCount(); n++) {
                    String name = row.getMetaData().getColumnName(n).toLowerCase(Locale.ROOT);
                    values.put(
                            name,
                            row.getMetaData().getColumnType(n) == Types.TIMESTAMP_WITH_TIMEZONE
                                            || name.equals("at")
                                            || name.endsWith("_at")
                                    ? row.getObject(n, OffsetDateTime.class)
                                    : row.getObject(n));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object changed(Object value, Random random) {
        if (value instanceof UUID id) {
            return new UUID(
                    id.getMostSignificantBits(),
                    id.getLeastSignificantBits() ^ 1L << random.nextInt(62));
        }
        if (value instanceof OffsetDateTime at) {
            return at.plus(1L << random.nextInt(30), ChronoUnit.MICROS);
        }
        if (value instanceof Integer number) {
            return number ^ 1 << random.nextInt(8);
        }
        if (value instanceof Long number) {
            return number ^ 1L << random.nextInt(16);
        }
        if (value instanceof Boolean yes) {
            return !yes;
        }
        StringBuilder text = new StringBuilder((String) value);
        int at = random.nextInt(text.length());
        text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(3)));
        return text.toString();
    }

    private boolean write(Map<String, Object> now, Object wanted) {
        List<String> keys = KEYS.get(column.table());
        String where = keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
        boolean[] written = {false};
        Unguarded.with(
                column.table(),
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update "
                                            + column.table()
                                            + " set "
                                            + column.name()
                                            + " = ? where "
                                            + where)) {
                        update.setObject(1, wanted);
                        for (int n = 0; n < keys.size(); n++) {
                            update.setObject(n + 2, now.get(keys.get(n)));
                        }
                        written[0] = update.executeUpdate() == 1;
                    } catch (SQLException e) {
                        if (!e.getSQLState().startsWith("23")) {
                            throw e;
                        }
                    }
                });
        return written[0];
    }

    @Override
    public String toString() {
        return column + " of " + before + " changed to " + value;
    }
}
