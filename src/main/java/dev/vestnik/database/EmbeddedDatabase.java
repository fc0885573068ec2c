package dev.vestnik.database;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Closes H2 at an orderly stop and gives back the space that its log-structured file collects
/// meanwhile.
@Singleton
class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private final boolean onDisk;
    private final DataSource database;

    EmbeddedDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, DataSource database) {
        this.onDisk = url.startsWith(EitherDriver.H2 + "file:");
        this.database = database;
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        if (!onDisk) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            LOG.warn("The embedded database could not be compacted; it will be opened as it is", e);
        }
    }
}
