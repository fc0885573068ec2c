package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.testing.Parallel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes on one PostgreSQL.
class TwoNodesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ITEMS = 500;
    private static final int CLIENTS = 4;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final String DRAFT =
            """
            {"locale": "ru", "title": "К сроку %d", "body": {"format": "html", "content": "<p>Текст</p>"}}\
            """;

    @TempDir Path directory;

    @Test
    void what_is_planned_happens_once_though_a_node_is_killed_in_the_middle() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Connection database = postgres.getPostgresDatabase().getConnection();
                Program first = node("first", postgres);
                Program second = node("second", postgres)) {
            List<String> items = drafts(first);
            Instant due = planned(first, items);

            await(due, database, ITEMS / 5);
            first.kill();
            long atTheKill = published(database);
            await(due, database, ITEMS);

            assertThat(atTheKill, lessThan((long) ITEMS));
            assertThat(number(database, "select count(*) from schedule_entry"), equalTo(0L));
            assertThat(published(database), equalTo((long) ITEMS));
            assertThat(
                    number(
                            database,
                            "select count(distinct id) from change where what = 'published'"),
                    equalTo((long) ITEMS));
            HttpResponse<String> list = second.send("GET", "/api/v1/news?total=true&limit=1", "");
            assertThat(
                    JSON.readTree(list.body()).at("/page/total").asLong(), equalTo((long) ITEMS));
        }
    }

    private Program node(String name, EmbeddedPostgres postgres) throws Exception {
        return Program.start(
                Files.createDirectory(directory.resolve(name)),
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"),
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                        "VESTNIK_SECRET", "one secret that both of the nodes share"));
    }

    private static List<String> drafts(Program node) throws Exception {
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        Parallel.times(
                CLIENTS,
                client -> {
                    for (int n = client; n < ITEMS; n += CLIENTS) {
                        HttpResponse<String> created =
                                sent(node, "/api/v1/news", DRAFT.formatted(n));
                        ids.add(id(created));
                    }
                    return null;
                });
        return ids;
    }

    /// Plans all within one second, and gives its begin.
    private static Instant planned(Program node, List<String> items) throws Exception {
        Instant due = Instant.now().plusSeconds(20);
        Parallel.times(
                CLIENTS,
                client -> {
                    for (int n = client; n < items.size(); n += CLIENTS) {
                        String at = "{\"at\": \"" + due.plusMillis(n * 2L) + "\"}";
                        HttpResponse<String> planned =
                                sent(node, "/api/v1/news/" + items.get(n) + "/publish", at);
                        assertThat(planned.body(), planned.statusCode(), equalTo(200));
                        assertThat(
                                planned.body().contains("\"status\":\"SCHEDULED\""), equalTo(true));
                    }
                    return null;
                });
        return due;
    }

    private static HttpResponse<String> sent(Program node, String path, String body) {
        try {
            return node.send("POST", path, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(HttpResponse<String> created) {
        try {
            return JSON.readTree(created.body()).path("id").asText();
        } catch (Exception e) {
            throw new IllegalStateException(created.body(), e);
        }
    }

    private static void await(Instant due, Connection database, long count) throws Exception {
        long untilDue = Duration.between(Instant.now(), due).toMillis();
        if (untilDue > 0) {
            TimeUnit.MILLISECONDS.sleep(untilDue);
        }
        long end = System.nanoTime() + PATIENCE;
        while (published(database) < count) {
            assertThat("still waiting", System.nanoTime(), lessThan(end));
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static long published(Connection database) throws SQLException {
        return number(database, "select count(*) from change where what = 'published'");
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
