package dev.vestnik.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The JDBC driver that the program is built with: hands a URL to H2's or PostgreSQL's own driver.
///
/// Quarkus fixes the kind of database when it builds; the URL is known only at the start. H2 is
/// opened so that it speaks PostgreSQL's SQL and so that a commit is in its file before it is
/// acknowledged (its default loses acknowledged commits when the process is killed). A connection
/// keeps more parsed statements than the eight of H2's default, for a publication alone has more,
/// and none of their results, which would be whole pages in memory for each.
public final class EitherDriver implements Driver {

    static final String H2 = "jdbc:h2:";
    static final String POSTGRESQL = "jdbc:postgresql:";

    private static final String H2_FILE = H2 + "file:";
    private static final String H2_SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                    + ";WRITE_DELAY=0;LOCK_TIMEOUT=2000;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1"
                    + ";QUERY_CACHE_SIZE=64;OPTIMIZE_REUSE_RESULTS=FALSE";

    private final Driver h2 = new org.h2.Driver();
    private final Driver postgresql = new org.postgresql.Driver();

    /// Whether a JDBC URL names the embedded database.
    public static boolean isEmbedded(String url) {
        return url.startsWith(H2);
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (url.startsWith(POSTGRESQL)) {
            return postgresql.connect(url, info);
        }
        if (url.startsWith(H2)) {
            return h2.connect(withAbsolutePath(url) + H2_SETTINGS, info);
        }
        throw new SQLException(
                "Vestnik runs on H2 or PostgreSQL: the JDBC URL must start with "
                        + H2
                        + " or "
                        + POSTGRESQL);
    }

    /// H2 wants `./` before a relative path; people write `data/vestnik`.
    private static String withAbsolutePath(String url) {
        if (!url.startsWith(H2_FILE) || url.startsWith(H2_FILE + "~")) {
            return url;
        }
        int end = url.indexOf(';');
        String path = url.substring(H2_FILE.length(), end < 0 ? url.length() : end);
        return H2_FILE + Path.of(path).toAbsolutePath() + (end < 0 ? "" : url.substring(end));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(H2) || url.startsWith(POSTGRESQL);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.vestnik.database");
    }
}
