package dev.vestnik.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// H2's trigger on tables that take inserts alone, put there by migrations in `db/vendor/h2`; on
/// PostgreSQL the function `refuse_change` does the same.
public class InsertOnly implements Trigger {

    /// SQL's class 42, insufficient privilege.
    private static final String REFUSED = "42501";

    private String table = "";

    @Override
    public void init(
            Connection connection,
            String schema,
            String trigger,
            String guarded,
            boolean before,
            int type) {
        table = guarded;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        throw new SQLException("The table " + table + " takes inserts alone", REFUSED);
    }
}
