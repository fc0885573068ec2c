package dev.vestnik.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/// Notes each SQL statement that Hibernate prepares.
@PersistenceUnitExtension
@Singleton
public class SqlRecorder implements StatementInspector {

    private static final long serialVersionUID = 1;
    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        STATEMENTS.add(sql);
        return sql;
    }

    /// The statements that some work takes.
    public static List<String> during(Runnable work) {
        STATEMENTS.clear();
        work.run();
        return List.copyOf(STATEMENTS);
    }
}
