package dev.vestnik.database;

import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;

/// PostgreSQL's dialect as far as H2 in its PostgreSQL mode speaks it too: PostgreSQL's `for no key
/// update` is not known there. Rows are locked by the few native statements that say `for update`
/// themselves (`change/ChangeLog`), never by a JPA lock mode.
public class CommonDialect extends PostgreSQLDialect {

    public CommonDialect() {}

    public CommonDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public String getForUpdateString() {
        return " for update";
    }
}
