package dev.vestnik.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/// Reads rows without Hibernate, for what the public asks for most: of a page of twenty items
/// Hibernate took longer for its own work than the database did for all of it. In a transaction it
/// reads on the transaction's connection; what Hibernate has not flushed is not there yet.
@Singleton
public class Reads {

    private final DataSource database;
    private final Statements statements;

    Reads(DataSource database, SessionFactory hibernate) {
        this.database = database;
        this.statements = new Statements(hibernate);
    }

    /// What is made of each row, in their order.
    ///
    /// @throws org.hibernate.JDBCException what Hibernate makes of the same failure
    public <T> List<T> list(Sql query, Row.Reader<T> reader) {
        List<T> all = new ArrayList<>();
        each(query, row -> all.add(reader.read(row)));
        return all;
    }

    /// Hands out each row in turn.
    ///
    /// @throws org.hibernate.JDBCException as above
    public void each(Sql query, Row.Visitor visitor) {
        String text = statements.inspected(query.text());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(text)) {
            Statements.fill(statement, query.values());
            try (ResultSet found = statement.executeQuery()) {
                Row row = new Row(found);
                while (row.next()) {
                    visitor.visit(row);
                }
            }
        } catch (SQLException e) {
            throw statements.failure(e, text);
        }
    }
}
