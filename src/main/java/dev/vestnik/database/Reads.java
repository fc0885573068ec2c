package dev.vestnik.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/// Reads rows without Hibernate, for what the public asks for most: of a page of twenty items
/// Hibernate took longer for its own work than the database did for all of it. In a transaction it
/// reads on the transaction's connection; what Hibernate has not flushed is not there yet.
@Singleton
public class Reads {

    private final DataSource database;
    private final StatementInspector inspector;
    private final SqlExceptionHelper failures;

    Reads(DataSource database, SessionFactory hibernate) {
        SessionFactoryImplementor factory = hibernate.unwrap(SessionFactoryImplementor.class);
        this.database = database;
        this.inspector = factory.getSessionFactoryOptions().getStatementInspector();
        this.failures = factory.getJdbcServices().getSqlExceptionHelper();
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
        String text = query.text();
        String inspected = inspector == null ? text : inspector.inspect(text);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(inspected)) {
            int place = 1;
            for (Object value : query.values()) {
                statement.setObject(
                        place++,
                        value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            try (ResultSet found = statement.executeQuery()) {
                Row row = new Row(found);
                while (row.next()) {
                    visitor.visit(row);
                }
            }
        } catch (SQLException e) {
            throw failures.convert(e, "A read failed", inspected);
        }
    }
}
