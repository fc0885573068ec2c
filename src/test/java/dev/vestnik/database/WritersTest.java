package dev.vestnik.database;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.AnotherWriter;
import dev.vestnik.testing.NewsItemBuilder;
import dev.vestnik.testing.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Many who write at once. H2 lets one at a time write; PostgreSQL holds nobody back.
@QuarkusTest
class WritersTest {

    private static final int WRITERS = 8;
    private static final int TIMES = 10;
    private static final int CONNECTIONS = 16;

    @Inject OneWriter writer;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private static int corrected(RequestSpecification editor, String id, String text) {
        return editor.contentType(JSON)
                .body(Map.of("text", text))
                .post("/api/v1/news/{id}/corrections", id)
                .statusCode();
    }

    private static int created(NewsItemBuilder item) {
        return Logins.editor()
                .contentType(JSON)
                .body(item.input())
                .post("/api/v1/news")
                .statusCode();
    }

    @Test
    void no_change_that_was_acknowledged_is_lost() throws Exception {
        String id = aNewsItem().exists();

        List<Integer> answers =
                Parallel.times(
                                WRITERS,
                                n -> {
                                    List<Integer> own = new ArrayList<>();
                                    for (int i = 0; i < TIMES; i++) {
                                        own.add(corrected(Logins.editor(), id, n + "." + i));
                                    }
                                    return own;
                                })
                        .stream()
                        .flatMap(List::stream)
                        .toList();

        List<Object> kept =
                Logins.editor()
                        .queryParam("state", "draft")
                        .get("/api/v1/news/{id}", id)
                        .path("corrections");
        List<Integer> acknowledged = answers.stream().filter(status -> status == 200).toList();
        assertThat(answers, everyItem(is(oneOf(200, 412, 503))));
        assertThat(acknowledged.size(), greaterThan(0));
        assertThat(kept, hasSize(acknowledged.size()));
    }

    @Test
    void what_is_wrong_is_said_while_another_writes() throws Exception {
        AnotherWriter.during(
                writer, () -> assertThat(created(aNewsItem().tagged("no-such-tag")), is(422)));
    }

    @Test
    void who_waits_too_long_is_told_and_leaves_nothing() throws Exception {
        int expected = EitherDriver.isEmbedded(database) ? 503 : 201;

        AnotherWriter.during(
                writer,
                () -> assertThat(created(aNewsItem().with("slug", "ozhidanie")), is(expected)));

        if (expected == 503) {
            assertThat(created(aNewsItem().with("slug", "ozhidanie")), is(201));
        }
    }

    /// As many as there are connections want to write; readers have theirs before any gives up.
    @Test
    void who_waits_leaves_the_readers_their_connections() throws Exception {
        String id = aNewsItem().exists();

        AnotherWriter.during(
                writer,
                () -> {
                    Thread waiting = new Thread(() -> allWait(id));
                    waiting.start();
                    for (int i = 0; i < 10; i++) {
                        Logins.editor()
                                .queryParam("state", "draft")
                                .get("/api/v1/news/{id}", id)
                                .then()
                                .statusCode(200);
                    }
                    if (EitherDriver.isEmbedded(database)) {
                        assertThat("they still wait", waiting.isAlive());
                    }
                });
    }

    private static void allWait(String id) {
        try {
            Parallel.times(CONNECTIONS, n -> corrected(Logins.editor(), id, "Поправка " + n));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
