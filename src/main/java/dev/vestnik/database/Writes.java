package dev.vestnik.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/// Writes rows without Hibernate, for what every write adds: on the connection of the present
/// transaction, after what Hibernate has flushed.
@Singleton
public class Writes {

    private final DataSource database;
    private final Statements statements;

    Writes(DataSource database, SessionFactory hibernate) {
        this.database = database;
        this.statements = new Statements(hibernate);
    }

    /// Changes rows.
    ///
    /// @return how many
    /// @throws org.hibernate.JDBCException what Hibernate makes of the same failure
    public int update(Sql update) {
        String text = statements.inspected(update.text());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            Statements.fill(statement, update.values());
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw statements.failure(e, text);
        }
    }

    /// Changes one row, and tells a number that it has then.
    ///
    /// @param column that holds it
    /// @throws org.hibernate.JDBCException what Hibernate makes of the same failure
    /// @throws IllegalStateException where there is no such row
    public long changed(Sql update, String column) {
        String text = statements.inspected(update.text());
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(text, new String[] {column})) {
            Statements.fill(statement, update.values());
            statement.executeUpdate();
            try (ResultSet row = statement.getGeneratedKeys()) {
                if (!row.next()) {
                    throw new IllegalStateException("No row was changed by " + text);
                }
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw statements.failure(e, text);
        }
    }

    /// Adds some rows by one statement.
    ///
    /// @param insert with a question mark for each value
    /// @param rows the values of each, in the order of the question marks; null where there is none
    /// @throws org.hibernate.JDBCException what Hibernate makes of the same failure
    public void insert(String insert, List<? extends List<?>> rows) {
        String text = statements.inspected(insert);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            for (List<?> row : rows) {
                Statements.fill(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw statements.failure(e, text);
        }
    }
}
