package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.testing.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedProgramIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WRITES = 1000;
    private static final String DRAFT =
            """
            {"locale": "ru", "title": "Запись %s", "body": {"format": "html", "content": "<p>Текст</p>"}}\
            """;

    @TempDir Path directory;

    @Test
    void kill_nine_loses_nothing_that_was_acknowledged() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < 3; round++) {
            try (Program program = Program.start(directory, Map.of())) {
                int before = acknowledged.size();
                List<Thread> writers = writers(program, acknowledged);
                while (acknowledged.size() < before + 60
                        && writers.stream().anyMatch(Thread::isAlive)) {
                    Thread.sleep(5);
                }
                program.kill();
                for (Thread writer : writers) {
                    writer.join();
                }
            }
        }

        try (Program program = Program.start(directory, Map.of())) {
            for (String id : acknowledged) {
                assertThat(
                        program.send("GET", "/api/v1/news/" + id, "").statusCode(), equalTo(200));
            }
        }
        assertThat(acknowledged.size(), greaterThan(150));
    }

    /// Each writes and publishes until the program is gone.
    private static List<Thread> writers(Program program, Queue<String> acknowledged) {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread writer = new Thread(() -> write(program, acknowledged));
            writer.start();
            writers.add(writer);
        }
        return writers;
    }

    private static void write(Program program, Queue<String> acknowledged) {
        try {
            for (int n = 0; n < MOST_WRITES; n++) {
                HttpResponse<String> created =
                        program.send("POST", "/api/v1/news", DRAFT.formatted(n));
                String id = JSON.readTree(created.body()).path("id").asText();
                HttpResponse<String> published =
                        program.send("POST", "/api/v1/news/" + id + "/publish", "");
                if (published.statusCode() == 200) {
                    acknowledged.add(id);
                }
            }
        } catch (IOException | InterruptedException e) {
            // it was killed: what was not acknowledged does not count
        }
    }

    @Test
    void what_fell_due_while_it_was_down_is_caught_up_with() throws Exception {
        String id;
        try (Program program = Program.start(directory, Map.of())) {
            HttpResponse<String> created = program.send("POST", "/api/v1/news", DRAFT.formatted(1));
            id = JSON.readTree(created.body()).path("id").asText();
            Instant at = Instant.now().plusSeconds(2);
            HttpResponse<String> planned =
                    program.send(
                            "POST", "/api/v1/news/" + id + "/publish", "{\"at\": \"" + at + "\"}");
            program.kill();
            assertThat(planned.body(), containsString("\"status\":\"SCHEDULED\""));
        }

        try (Program program = Program.start(directory, Map.of())) {
            String draft = "";
            for (int n = 0; n < 600 && !draft.contains("\"status\":\"PUBLISHED\""); n++) {
                Thread.sleep(100);
                draft = program.send("GET", "/api/v1/news/" + id + "?state=draft", "").body();
            }
            assertThat(draft, containsString("\"status\":\"PUBLISHED\""));
            assertThat(
                    program.send("GET", "/api/v1/schedule", "").body(),
                    containsString("\"items\":[]"));
        }
    }

    @Test
    void an_orderly_stop_ends_well_and_keeps_the_secret_private() throws Exception {
        try (Program program = Program.start(directory, Map.of())) {
            program.send("POST", "/api/v1/news", DRAFT.formatted(1));

            int code = program.stop();

            assertThat(code, equalTo(143));
            assertThat(Files.readString(program.log), not(containsString("ERROR")));
        }
        Path secret = directory.resolve("data/keys/secret");
        assertThat(
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(secret)),
                equalTo("rw-------"));
    }

    @Test
    void a_rebuild_of_the_index_runs_from_its_first_answer_on() throws Exception {
        try (Program program = Program.start(directory, Map.of())) {
            HttpResponse<String> begun = program.send("POST", "/api/v1/search/reindex", "");

            assertThat(begun.statusCode(), equalTo(202));
            assertThat(
                    JSON.readTree(begun.body()).path("state").asText(),
                    is(oneOf("RUNNING", "DONE")));
        }
    }

    @Test
    void the_openapi_document_is_whole_for_all_who_ask_first() throws Exception {
        try (Program program = Program.start(directory, Map.of())) {
            List<String> documents =
                    IntStream.range(0, 4)
                            .parallel()
                            .mapToObj(n -> document(program))
                            .distinct()
                            .toList();

            assertThat(documents.toString(), documents.size(), equalTo(1));
            assertThat(
                    JSON.readTree(documents.get(0)),
                    equalTo(JSON.readTree(Path.of("src/main/openapi/openapi.json").toFile())));
        }
    }

    private static String document(Program program) {
        try {
            return program.send("GET", "/q/openapi?format=json", "").body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_same_build_runs_on_postgresql() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Program program =
                        Program.start(
                                directory,
                                Map.of(
                                        "QUARKUS_DATASOURCE_JDBC_URL",
                                                postgres.getJdbcUrl("postgres", "postgres"),
                                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                                        "QUARKUS_DATASOURCE_PASSWORD", "postgres"))) {
            HttpResponse<String> created = program.send("POST", "/api/v1/news", DRAFT.formatted(1));

            assertThat(created.statusCode(), equalTo(201));
        }
    }

    /// Whether the log has them is looked at by `SecretsStayOutIT`, when the program has ended.
    @Test
    void secrets_are_made_and_used_and_misused() throws Exception {
        try (Program program = Program.start(directory, Map.of())) {
            String key =
                    answered(
                            program.send(
                                    "POST",
                                    "/api/v1/api-keys",
                                    "{\"name\": \"a\", \"roles\": [\"author\"]}"),
                            "key");
            String id = answered(program.send("POST", "/api/v1/news", DRAFT.formatted(1)), "id");
            String preview =
                    answered(
                            program.send("POST", "/api/v1/news/" + id + "/preview-links", "{}"),
                            "token");
            String user =
                    "{\"username\": \"b\", \"roles\": [\"author\"], \"password\": \"a-password-of-b\"}";

            for (String path : List.of("/api/v1/preview/" + preview, "/api/v1/users/" + id)) {
                program.send("GET", path, "");
                program.send("DELETE", path, "");
            }
            program.send("POST", "/api/v1/users", user);
            program.send("POST", "/api/v1/users", user);
            program.send("GET", "/api/v1/news?cursor=" + key, "");
            program.send("GET", "/api/v1/audit/export", "")
                    .body()
                    .lines()
                    .forEach(line -> Secrets.expose("audit", line));
            program.stop();
        }
    }

    private static String answered(HttpResponse<String> answer, String member) throws IOException {
        assertThat(answer.statusCode(), equalTo(201));
        return JSON.readTree(answer.body()).path(member).asText();
    }

    @Test
    void another_database_is_refused_in_one_sentence() throws Exception {
        try (Program program =
                Program.launch(
                        directory,
                        Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://localhost/vestnik"))) {
            int code = program.exit();

            assertThat(code, equalTo(1));
            assertThat(
                    Files.readString(program.log),
                    containsString("the JDBC URL must start with jdbc:h2: or jdbc:postgresql:"));
        }
    }
}
