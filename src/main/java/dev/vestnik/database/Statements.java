package dev.vestnik.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.JDBCException;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/// What statements beside Hibernate's have in common with them: who inspects them, how values go
/// in, what becomes of a failure.
final class Statements {

    private final @Nullable StatementInspector inspector;
    private final SqlExceptionHelper failures;

    Statements(SessionFactory hibernate) {
        SessionFactoryImplementor factory = hibernate.unwrap(SessionFactoryImplementor.class);
        this.inspector = factory.getSessionFactoryOptions().getStatementInspector();
        this.failures = factory.getJdbcServices().getSqlExceptionHelper();
    }

    String inspected(String text) {
        return inspector == null ? text : inspector.inspect(text);
    }

    static void fill(PreparedStatement statement, Iterable<?> values) throws SQLException {
        int place = 1;
        for (Object value : values) {
            statement.setObject(
                    place++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
    }

    JDBCException failure(SQLException e, String text) {
        return failures.convert(e, "A statement failed", text);
    }
}
