package dev.vestnik.testing;

import dev.vestnik.database.InsertOnly;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Reaches past the guards of tables that take inserts alone, as somebody can who owns the
/// database.
public final class Unguarded {

    private Unguarded() {}

    /// What is done to the database meanwhile.
    public interface Work {
        void on(Connection connection) throws SQLException;
    }

    /// Does something to a guarded table.
    public static void with(String table, Work work) {
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection()) {
            with(connection, table, work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void deleteAll(Connection connection, List<String> tables) throws SQLException {
        for (String table : tables) {
            if (hasRows(connection, table)) {
                with(
                        connection,
                        table,
                        open -> {
                            try (Statement statement = open.createStatement()) {
                                statement.executeUpdate("delete from " + table);
                            }
                        });
            }
        }
    }

    private static void with(Connection connection, String table, Work work) throws SQLException {
        boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
        try (Statement statement = connection.createStatement()) {
            if (!h2) {
                statement.execute("set session_replication_role = replica");
                work.on(connection);
                statement.execute("set session_replication_role = origin");
                return;
            }
            List<String> triggers = triggers(connection, table);
            for (String trigger : triggers) {
                statement.execute("drop trigger " + trigger);
            }
            work.on(connection);
            for (String trigger : triggers) {
                statement.execute(
                        "create trigger "
                                + trigger
                                + " before update, delete on "
                                + table
                                + " for each statement call '"
                                + InsertOnly.class.getName()
                                + "'");
            }
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from " + table + " limit 1")) {
            return rows.next();
        }
    }

    private static List<String> triggers(Connection connection, String table) throws SQLException {
        List<String> triggers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select distinct trigger_name from information_schema.triggers where"
                                        + " event_object_table = '"
                                        + table
                                        + "'")) {
            while (rows.next()) {
                triggers.add(rows.getString(1));
            }
        }
        return triggers;
    }
}
