package dev.vestnik.change;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// Who follows the change log is told of it.
@QuarkusTest
class ChangeWatchTest {

    @Inject ChangeWatch watch;
    @Inject EntityManager database;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private void listen() {
        watch.listen(
                new ChangeListener() {
                    @Override
                    public void added(List<Change> lines) {
                        lines.forEach(line -> heard.add(line.seq + " " + line.what));
                    }

                    @Override
                    public void lost() {
                        heard.add("lost");
                    }
                });
    }

    private void anotherNodeWrites(long seq) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into change (seq, at, kind, id, what)
                                        values (?1, current_timestamp, 'TAG', ?2, 'created')\
                                        """)
                                .setParameter(1, seq)
                                .setParameter(2, UUID.randomUUID())
                                .executeUpdate());
    }

    @Test
    void what_is_written_here_is_told_before_the_writer_has_the_answer() {
        listen();

        aNewsItem().exists();

        assertThat(heard, contains("1 created", "2 published"));
        assertThat(watch.last(), equalTo(2L));
    }

    @Test
    void what_was_not_committed_is_not_told() {
        listen();

        Logins.editor()
                .contentType(JSON)
                .queryParam("dryRun", true)
                .body(
                        Map.of(
                                "locale",
                                "ru",
                                "title",
                                "Проба",
                                "body",
                                Map.of("format", "html", "content", "")))
                .post("/api/v1/news")
                .then()
                .statusCode(200);

        assertThat(heard, empty());
    }

    @Test
    void what_another_node_wrote_is_told_when_the_log_is_looked_at() {
        listen();
        aNewsItem().unpublished().exists();
        anotherNodeWrites(2);

        watch.look();
        watch.look();

        assertThat(heard, contains("1 created", "2 created"));
        assertThat(watch.last(), equalTo(2L));
    }

    @Test
    void a_log_that_is_shorter_than_it_was_is_told_of() {
        listen();
        aNewsItem().exists();
        QuarkusTransaction.requiringNew().run(() -> Change.delete("seq > 1"));

        watch.look();

        assertThat(heard, contains("1 created", "2 published", "lost"));
        assertThat(watch.last(), equalTo(1L));
    }
}
