package dev.vestnik.bench;

import dev.vestnik.database.EitherDriver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A database for the measured program, opened as that opens it.
final class Database implements AutoCloseable {

    static final String H2 = "h2";

    private final String url;
    private final String user;
    private final @Nullable EmbeddedPostgres server;

    /// Whether the server goes with it.
    private final boolean last;

    private Database(String url, String user, @Nullable EmbeddedPostgres server, boolean last) {
        this.url = url;
        this.user = user;
        this.server = server;
        this.last = last;
    }

    /// @param kind `h2`, or `postgresql`, which is started, with the durability that it has by
    ///   default
    /// @param directory the measured program's, where H2 lies
    static Database of(String kind, Path directory) throws IOException, SQLException {
        if (kind.equals(H2)) {
            return new Database(
                    "jdbc:h2:file:" + directory.resolve("data/vestnik"), "vestnik", null, false);
        }
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        // Made for tests, it would wait for no disk.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("shared_buffers", "256MB")
                        .start();
        Database database =
                new Database(server.getJdbcUrl("postgres", "vestnik"), "postgres", server, true);
        database.asOwner("create database vestnik");
        return database;
    }

    boolean isEmbedded() {
        return server == null;
    }

    /// What the measured program is told of it.
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                user,
                "QUARKUS_DATASOURCE_PASSWORD",
                user);
    }

    /// A connection as the measured program has them. H2 must not be open in that meanwhile.
    Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", user);
        return new EitherDriver().connect(url, login);
    }

    /// The same content for somebody else to read while the program runs; made while it does not.
    Database copy(Path directory) throws IOException {
        if (!isEmbedded()) {
            return new Database(url, user, server, false);
        }
        Path copy = Files.createDirectories(directory).resolve("vestnik");
        Files.copy(
                Path.of(url.substring("jdbc:h2:file:".length()) + ".mv.db"),
                Path.of(copy + ".mv.db"));
        return new Database("jdbc:h2:file:" + copy, user, null, false);
    }

    /// One with the same content that may be written to; made while the program does not run.
    Database twin(Path directory) throws IOException, SQLException {
        if (isEmbedded()) {
            return copy(directory);
        }
        asOwner("create database twin template vestnik");
        return new Database(server.getJdbcUrl(user, "twin"), user, server, false);
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement owner = connection.createStatement()) {
            owner.execute(statement);
        }
    }

    /// Ends what H2 does in this process, so that the program can open it.
    void release() throws SQLException {
        if (isEmbedded()) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown compact");
            }
        }
    }

    long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null && last) {
            server.close();
        }
    }
}
