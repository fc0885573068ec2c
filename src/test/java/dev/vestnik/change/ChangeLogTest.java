package dev.vestnik.change;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.testing.Parallel;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeLogTest {

    @Inject ChangeLines log;

    private static final String NEWS = "/api/v1/news";
    private static final String ITEM = NEWS + "/{id}";
    private static final String TAG = "/api/v1/tags/{id}";
    private static final int WRITERS = 8;
    private static final int WRITES = 5;

    private List<Change> after(long seq) {
        return QuarkusTransaction.requiringNew().call(() -> log.after(seq, 1000));
    }

    private List<String> lines() {
        return after(0).stream().map(line -> line.seq + " " + line.kind + " " + line.what).toList();
    }

    private static void verb(String id, String verb) {
        Logins.editor().noContentType().post(ITEM + "/" + verb, id).then().statusCode(200);
    }

    private static void patch(String address, String id, String patch) {
        Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(address, id)
                .then()
                .statusCode(200);
    }

    @Test
    void every_write_of_an_item_is_a_line() {
        String id = aNewsItem().unpublished().exists();
        verb(id, "publish");
        patch(ITEM, id, "{\"title\": \"Иначе\"}");
        verb(id, "publish");
        verb(id, "unpublish");
        Logins.editor().header("If-Match", "*").delete(ITEM, id);

        assertThat(
                lines(),
                contains(
                        "1 NEWS created",
                        "2 NEWS published",
                        "3 NEWS saved",
                        "4 NEWS updated",
                        "5 NEWS unpublished",
                        "6 NEWS trashed"));
    }

    @Test
    void deleting_what_is_public_tells_that_it_is_so_no_longer() {
        String id = aNewsItem().exists();
        Logins.editor().header("If-Match", "*").delete(ITEM, id);

        assertThat(lines(), contains("1 NEWS created", "2 NEWS published", "3 NEWS unpublished"));
    }

    @Test
    void every_write_of_a_tag_is_a_line() {
        String goes = aTag().exists();
        String stays = aTag().exists();
        patch(TAG, goes, "{\"slug\": \"water\"}");
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("into", stays))
                .post(TAG + "/merge", goes)
                .then()
                .statusCode(200);
        Logins.editor().header("If-Match", "*").delete(TAG, stays).then().statusCode(204);

        assertThat(
                lines(),
                contains(
                        "1 TAG created",
                        "2 TAG created",
                        "3 TAG updated",
                        "4 TAG merged",
                        "5 TAG updated",
                        "6 TAG deleted"));
    }

    @Test
    void an_item_that_changes_with_its_tag_has_a_line_of_its_own() {
        String tag = aTag().slug("water").exists();
        aNewsItem().tagged("water").exists();
        Logins.editor()
                .header("If-Match", "*")
                .delete(TAG + "?force=true", tag)
                .then()
                .statusCode(204);

        assertThat(lines().subList(3, 5), containsInAnyOrder("4 NEWS updated", "5 TAG deleted"));
    }

    @Test
    void a_line_tells_what_was_written_and_when() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String id = aNewsItem().in("kk").unpublished().exists();

        Change line = after(0).get(0);

        assertThat(line.id, equalTo(UUID.fromString(id)));
        assertThat(line.locale, equalTo("kk"));
        assertThat(line.at, equalTo(Instant.parse("2026-01-01T08:00:00Z")));
    }

    @Test
    void reading_leaves_no_line() {
        given().get(NEWS);
        Logins.editor().get(NEWS + "?status=DRAFT");

        assertThat(lines(), empty());
    }

    @Test
    void a_write_that_is_rolled_back_leaves_neither_line_nor_gap() {
        String id = aNewsItem().unpublished().exists();
        Logins.editor()
                .contentType(JSON)
                .queryParam("dryRun", true)
                .body(aNewsItem().input())
                .post(NEWS)
                .then()
                .statusCode(200);
        Logins.editor()
                .contentType(JSON)
                .header("If-Match", "\"7\"")
                .body(aNewsItem().input())
                .put(ITEM, id)
                .then()
                .statusCode(412);
        aNewsItem().unpublished().exists();

        assertThat(lines(), contains("1 NEWS created", "2 NEWS created"));
    }

    @Test
    void writers_who_lose_a_race_leave_neither_line_nor_gap() throws Exception {
        String id = aNewsItem().unpublished().exists();
        String token = Logins.token("an-editor", Role.EDITOR);
        Parallel.times(
                WRITERS,
                n ->
                        given().auth()
                                .oauth2(token)
                                .contentType(JSON)
                                .header("If-Match", "\"0\"")
                                .body(aNewsItem().titled("Из потока " + n).input())
                                .put(ITEM, id)
                                .statusCode());

        assertThat(lines(), contains("1 NEWS created", "2 NEWS saved"));
    }

    @Test
    void a_follower_of_eight_writers_never_sees_a_gap() throws Exception {
        String token = Logins.token("an-editor", Role.EDITOR);
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<List<Long>> followed =
                CompletableFuture.supplyAsync(() -> follow(writing));

        List<Integer> statuses = new ArrayList<>();
        try {
            Parallel.times(WRITERS, n -> write(token, n)).forEach(statuses::addAll);
        } finally {
            writing.set(false);
        }

        assertThat(statuses.stream().distinct().toList(), contains(201));
        assertThat(
                followed.get(),
                equalTo(LongStream.rangeClosed(1, WRITERS * WRITES).boxed().toList()));
    }

    private static List<Integer> write(String token, int writer) {
        List<Integer> statuses = new ArrayList<>();
        for (int n = 0; n < WRITES; n++) {
            statuses.add(
                    given().auth()
                            .oauth2(token)
                            .contentType(JSON)
                            .body(aNewsItem().titled("Из потока " + writer + " " + n).input())
                            .post(NEWS)
                            .statusCode());
        }
        return statuses;
    }

    /// The numbers in the order in which a follower comes to see them.
    private List<Long> follow(AtomicBoolean writing) {
        List<Long> seen = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = writing.get();
            long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
            after(last).forEach(line -> seen.add(line.seq));
        }
        return seen;
    }
}
