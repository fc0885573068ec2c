package dev.vestnik.ledger;

import dev.vestnik.testing.Unguarded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/// A row in which one byte of one column was changed, past the guards.
final class TamperedRow {

    private final Column column;
    private final Map<String, Object> before;
    private final Object value;

    private TamperedRow(Column column, Map<String, Object> before, Object value) {
        this.column = column;
        this.before = before;
        this.value = value;
    }

    record Column(String table, String name) {}

    /// Changes one random byte in a column of one random row; empty where the database has another
    /// row of the key that this would give.
    static Optional<TamperedRow> changed(DataSource database, Column column, Random random) {
        Map<String, Object> before = randomRow(database, column.table(), random);
        TamperedRow row =
                new TamperedRow(column, before, changed(before.get(column.name()), random));
        return row.write(before, row.value) ? Optional.of(row) : Optional.empty();
    }

    void restore() {
        Map<String, Object> now = new HashMap<>(before);
        now.put(column.name(), value);
        if (!write(now, before.get(column.name()))) {
            throw new AssertionError(this + " could not be restored");
        }
    }

    UUID uuid(String name) {
        return (UUID) before.get(name);
    }

    long number(String name) {
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
                            name.equals("at")
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
        StringBuilder text = new StringBuilder((String) value);
        int at = random.nextInt(text.length());
        text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(3)));
        return text.toString();
    }

    private boolean write(Map<String, Object> now, Object wanted) {
        String key =
                switch (column.table()) {
                    case "ledger_event" -> "id";
                    case "ledger_leaf" -> "leaf_index";
                    case "ledger_node" -> "place";
                    case "ledger_checkpoint" -> "number";
                    default -> "generation";
                };
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
                                            + key
                                            + " = ?")) {
                        update.setObject(1, wanted);
                        update.setObject(2, now.get(key));
                        written[0] = update.executeUpdate() == 1;
                    } catch (SQLException e) {
                        if (!"23505".equals(e.getSQLState())) {
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
