package dev.vestnik.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/// Starts the database that the run is for: H2, or with `-Dvestnik.test.database=postgresql` a real
/// PostgreSQL.
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            String dataDirectory = Files.createTempDirectory("vestnik-test").toString();
            if (!"postgresql".equals(System.getProperty("vestnik.test.database"))) {
                return Map.of(
                        "quarkus.datasource.jdbc.url",
                        Boolean.getBoolean("vestnik.test.on-disk")
                                ? "jdbc:h2:file:" + dataDirectory + "/vestnik"
                                : "jdbc:h2:mem:vestnik",
                        "vestnik.data-dir",
                        dataDirectory);
            }
            server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("max_connections", "60")
                            .start();
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    server.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres",
                    "vestnik.data-dir",
                    dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
