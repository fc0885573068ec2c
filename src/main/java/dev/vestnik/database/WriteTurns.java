package dev.vestnik.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/// Sees every statement before it is prepared, and lets those that write or lock wait for the turn
/// of their transaction.
@PersistenceUnitExtension
@Singleton
public class WriteTurns implements StatementInspector {

    private static final long serialVersionUID = 1;

    private final transient OneWriter writer;

    protected WriteTurns(OneWriter writer) {
        this.writer = writer;
    }

    @Override
    public String inspect(String sql) {
        if (!isPlainRead(sql)) {
            writer.beforeWriting();
        }
        return sql;
    }

    private static boolean isPlainRead(String sql) {
        return sql.startsWith("select")
                && !sql.contains(" for update")
                && !sql.contains(" for no key update");
    }
}
