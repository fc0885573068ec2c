package dev.vestnik.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The indexes of a database that no constraint needs. Made once all rows are there, they are
/// written in order, and not a piece of each with every batch.
final class Indexes {

    private static final String OF_POSTGRESQL =
            """
            select indexname, indexdef from pg_indexes i where schemaname = 'public'
                and not exists (select 1 from pg_constraint c where c.conname = i.indexname)\
            """;
    private static final Pattern OF_H2 =
            Pattern.compile("(?s)CREATE (?:UNIQUE )?INDEX (\"public\"\\.\"[^\"]+\") ON .*");

    /// Of H2, where an index turns out to be a constraint's.
    private static final int BELONGS_TO_CONSTRAINT = 90085;

    private Indexes() {}

    /// Takes them away.
    ///
    /// @return what makes them anew
    static List<String> drop(Statement database, boolean embedded) throws SQLException {
        List<String> dropped = new ArrayList<>();
        for (Map.Entry<String, String> index :
                (embedded ? ofH2(database) : ofPostgresql(database)).entrySet()) {
            try {
                database.execute("drop index " + index.getKey());
                dropped.add(index.getValue());
            } catch (SQLException e) {
                if (e.getErrorCode() != BELONGS_TO_CONSTRAINT) {
                    throw e;
                }
            }
        }
        return dropped;
    }

    private static Map<String, String> ofPostgresql(Statement database) throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        try (ResultSet rows = database.executeQuery(OF_POSTGRESQL)) {
            while (rows.next()) {
                indexes.put(rows.getString(1), rows.getString(2));
            }
        }
        return indexes;
    }

    private static Map<String, String> ofH2(Statement database) throws SQLException {
        Map<String, String> indexes = new TreeMap<>();
        try (ResultSet lines = database.executeQuery("script nodata")) {
            while (lines.next()) {
                Matcher index = OF_H2.matcher(lines.getString(1));
                if (index.matches()) {
                    indexes.put(index.group(1), index.group());
                }
            }
        }
        return indexes;
    }
}
