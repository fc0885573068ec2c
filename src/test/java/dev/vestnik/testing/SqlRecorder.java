package dev.vestnik.testing;

import dev.vestnik.database.OneWriter;
import dev.vestnik.database.WriteTurns;
import dev.vestnik.edge.ResponseCache;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes the SQL statements that Hibernate prepares while somebody asks for them: all of a long run
/// would be too many to keep.
@PersistenceUnitExtension
@Alternative
@Priority(1)
@Singleton
public class SqlRecorder extends WriteTurns {

    private static final long serialVersionUID = 1;
    private static final List<String> STATEMENTS = new CopyOnWriteArrayList<>();

    /// Finds out, after a write and beside what is measured, which ready answers that touches.
    private static final String FOLLOWER = "freshness";

    private static volatile boolean recording;

    SqlRecorder(OneWriter writer) {
        super(writer);
    }

    @Override
    public String inspect(String sql) {
        if (recording && !Thread.currentThread().getName().equals(FOLLOWER)) {
            STATEMENTS.add(sql);
        }
        return super.inspect(sql);
    }

    /// The statements that some work takes where no answer is ready.
    public static List<String> during(Runnable work) {
        CDI.current().select(ResponseCache.class).get().forgetAll();
        STATEMENTS.clear();
        recording = true;
        try {
            work.run();
        } finally {
            recording = false;
        }
        return List.copyOf(STATEMENTS);
    }
}
