package dev.vestnik.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a result, whose columns are read from left to right, each once.
public final class Row {

    private final ResultSet found;
    private int column;

    Row(ResultSet found) {
        this.found = found;
    }

    boolean next() throws SQLException {
        column = 0;
        return found.next();
    }

    /// Of a column that is never null.
    public UUID id() throws SQLException {
        return Objects.requireNonNull(idOrNull());
    }

    public @Nullable UUID idOrNull() throws SQLException {
        return found.getObject(++column, UUID.class);
    }

    public long number() throws SQLException {
        return found.getLong(++column);
    }

    public @Nullable Integer integer() throws SQLException {
        int value = found.getInt(++column);
        return found.wasNull() ? null : value;
    }

    public @Nullable Boolean flag() throws SQLException {
        boolean value = found.getBoolean(++column);
        return found.wasNull() ? null : value;
    }

    /// Of a column that is never null.
    public String text() throws SQLException {
        return Objects.requireNonNull(textOrNull());
    }

    public @Nullable String textOrNull() throws SQLException {
        return found.getString(++column);
    }

    /// Of a column that is never null.
    public Instant time() throws SQLException {
        return Objects.requireNonNull(timeOrNull());
    }

    public @Nullable Instant timeOrNull() throws SQLException {
        OffsetDateTime value = found.getObject(++column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public byte[] bytes() throws SQLException {
        return found.getBytes(++column);
    }

    /// Of a column that is never null.
    public StoredJson json() throws SQLException {
        return new StoredJson(bytes());
    }

    /// What takes in rows.
    @FunctionalInterface
    public interface Visitor {
        void visit(Row row) throws SQLException;
    }

    /// What makes something of a row.
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }
}
