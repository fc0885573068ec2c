package dev.vestnik.edge;

import static dev.vestnik.edge.ReadyAnswers.HIT;
import static dev.vestnik.edge.ReadyAnswers.NEWS;
import static dev.vestnik.edge.ReadyAnswers.STORED;
import static dev.vestnik.edge.ReadyAnswers.TAGS;
import static dev.vestnik.edge.ReadyAnswers.edit;
import static dev.vestnik.edge.ReadyAnswers.plainly;
import static dev.vestnik.edge.ReadyAnswers.save;
import static dev.vestnik.edge.ReadyAnswers.status;
import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.change.ChangeWatch;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Ready answers go when what they show changes, and no others do.
@QuarkusTest
class ForgottenAnswersTest {

    @Inject ResponseCache cache;
    @Inject ChangeWatch watch;
    @Inject EntityManager database;

    /// Which pages an edit empties, and which it leaves.
    @Test
    void an_edit_empties_what_it_touches_alone() {
        aTag().slug("water").exists();
        aTag().slug("steppe").named("Степь").exists();
        String first = aNewsItem().tagged("water").publishedAt("2026-01-01T08:00:00Z").exists();
        String second = aNewsItem().tagged("steppe").publishedAt("2026-01-02T08:00:00Z").exists();
        String third = aNewsItem().publishedAt("2026-01-03T08:00:00Z").exists();
        String kazakh = aNewsItem().in("kk").tagged("water").exists();
        List<String> touched =
                List.of(
                        NEWS,
                        NEWS + "?locale=ru",
                        NEWS + "?tag=water",
                        NEWS + "?tag=water&locale=ru",
                        NEWS + "/" + first,
                        NEWS + "/" + second,
                        "/feeds/ru/rss.xml");
        List<String> left =
                List.of(
                        NEWS + "?locale=kk",
                        NEWS + "?tag=water&locale=kk",
                        NEWS + "?tag=steppe",
                        NEWS + "/" + third,
                        NEWS + "/" + kazakh,
                        TAGS + "?locale=kk",
                        "/feeds/kk/rss.xml");
        touched.forEach(ReadyAnswers::status);
        left.forEach(ReadyAnswers::status);

        edit(first, Map.of("title", "Иначе"));

        for (String path : left) {
            assertThat(path, status(path), equalTo(HIT));
        }
        for (String path : touched) {
            assertThat(path, status(path), equalTo(STORED));
        }
    }

    @Test
    void a_tag_that_an_item_gets_or_loses_empties_its_pages() {
        aTag().slug("water").exists();
        aTag().slug("steppe").named("Степь").exists();
        String id = aNewsItem().tagged("water").exists();
        for (String tag : List.of("water", "steppe")) {
            status(NEWS + "?tag=" + tag);
            status(TAGS + "/" + tag);
        }

        edit(id, Map.of("tags", List.of("steppe")));

        plainly().get(NEWS + "?tag=water").then().body("items.size()", equalTo(0));
        plainly().get(NEWS + "?tag=steppe").then().body("items.size()", equalTo(1));
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(0));
        plainly().get(TAGS + "/steppe").then().body("newsCount", equalTo(1));
    }

    @Test
    void a_new_item_empties_the_pages_of_its_tags_alone() {
        aTag().slug("water").exists();
        aTag().slug("steppe").named("Степь").exists();
        List<String> left = List.of(TAGS + "/steppe", NEWS + "?tag=steppe", TAGS + "?locale=kk");
        left.forEach(ReadyAnswers::status);
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(0));
        status(NEWS + "?tag=water");

        aNewsItem().tagged("water").exists();

        for (String path : left) {
            assertThat(path, status(path), equalTo(HIT));
        }
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(1));
        plainly().get(NEWS + "?tag=water").then().body("items.size()", equalTo(1));
    }

    @Test
    void what_readers_do_not_see_empties_nothing() {
        String id = aNewsItem().exists();
        status(NEWS);
        status(NEWS + "/" + id);

        aNewsItem().unpublished().exists();
        save(id, Map.of("title", "Draft"));

        assertThat(status(NEWS), equalTo(HIT));
        assertThat(status(NEWS + "/" + id), equalTo(HIT));
    }

    /// Readers do not even wait until it is found out what was touched: nothing is in doubt, and
    /// what is being computed meanwhile is kept.
    @Test
    void drafts_put_nothing_in_doubt() throws Exception {
        aNewsItem().exists();
        assertThat(status(NEWS), equalTo(STORED));
        assertThat(status(NEWS), equalTo(HIT));
        long epoch = cache.epoch();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Void> reader =
                CompletableFuture.runAsync(() -> {
                    while (!written.isDone()) {
                        seen.add(status(NEWS));
                    }
                });

        try {
            String draft = aNewsItem().unpublished().exists();
            for (int n = 0; n < 10; n++) {
                save(draft, Map.of("title", "Черновик " + n));
                seen.add(status(NEWS));
            }
        } finally {
            written.complete(null);
        }
        reader.get(10, TimeUnit.SECONDS);

        assertThat(seen, everyItem(equalTo(HIT)));
        assertThat(cache.epoch(), equalTo(epoch));
    }

    @Test
    void a_draft_shows_once_it_is_published() {
        aNewsItem().titled("Прежнее").publishedAt("2026-01-01T08:00:00Z").exists();
        String draft = aNewsItem().titled("Черновик").unpublished().exists();
        status(NEWS);
        assertThat(status(NEWS), equalTo(HIT));

        verb(draft, "publish");

        plainly()
                .get(NEWS)
                .then()
                .header("Cache-Status", STORED)
                .body("items.title", contains("Черновик", "Прежнее"));
        assertThat(status(NEWS), equalTo(HIT));
    }

    @Test
    void a_tags_new_name_and_slug_show_at_once() {
        String tag = aTag().slug("water").exists();
        String id = aNewsItem().tagged("water").exists();
        String other = aNewsItem().exists();
        List<String> all =
                List.of(
                        NEWS + "?tag=rivers",
                        NEWS + "?tag=water",
                        NEWS + "/" + id,
                        TAGS,
                        TAGS + "/" + tag);
        all.forEach(ReadyAnswers::status);
        status(NEWS + "/" + other);

        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("slug", "rivers"))
                .patch(TAGS + "/" + tag)
                .then()
                .statusCode(200);

        plainly().get(NEWS + "?tag=rivers").then().body("items.size()", equalTo(1));
        plainly().get(NEWS + "/" + id).then().body("tags[0].slug", equalTo("rivers"));
        plainly().get(TAGS).then().body("items[0].slug", equalTo("rivers"));
        plainly().get(TAGS + "/" + tag).then().body("slug", equalTo("rivers"));
    }

    @Test
    void translations_and_neighbours_that_come_and_go_show_at_once() {
        String id = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        String path = NEWS + "/" + id + "?include=translations";
        status(path);
        String translation =
                Logins.editor()
                        .contentType(JSON)
                        .body(
                                Map.of(
                                        "locale", "kk",
                                        "title", "Ақбөкен",
                                        "body", Map.of("format", "html", "content", "<p>А</p>")))
                        .post(NEWS + "/" + id + "/translations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        verb(translation, "publish");
        plainly().get(path).then().body("translations.size()", equalTo(1));
        verb(translation, "unpublish");
        plainly().get(path).then().body("translations.size()", equalTo(0));
        String next = aNewsItem().titled("Следующее").exists();
        plainly().get(path).then().body("next.id", equalTo(next));
        verb(next, "archive");
        plainly().get(path).then().body("next", nullValue());
    }

    private static void verb(String id, String verb) {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of())
                .post(NEWS + "/" + id + "/" + verb)
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_planned_shows_at_its_time_without_anybodys_line() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        aNewsItem().publishedAt("2026-03-01T09:00:00Z").exists();
        plainly().get(NEWS).then().body("items.size()", equalTo(0));
        TestClock.advance(Duration.ofMinutes(59));
        plainly().get(NEWS).then().header("Cache-Status", HIT).body("items.size()", equalTo(0));

        TestClock.advance(Duration.ofMinutes(1));

        plainly().get(NEWS).then().body("items.size()", equalTo(1));
    }

    /// By the time it is found out what the plan changes, its moment has come.
    @Test
    void what_is_planned_for_a_moment_that_comes_at_once_shows_and_goes_at_its_time() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String id = aNewsItem().unpublished().exists();
        plainly().get(NEWS).then().body("items.size()", equalTo(0));

        plan(id, "publish", "2026-03-01T08:00:01Z");
        TestClock.advance(Duration.ofSeconds(2));

        plainly().get(NEWS).then().body("items.size()", equalTo(1));

        plan(id, "unpublish", "2026-03-01T08:00:03Z");
        TestClock.advance(Duration.ofSeconds(2));

        plainly().get(NEWS).then().body("items.size()", equalTo(0));
    }

    private static void plan(String id, String verb, String at) {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("at", at))
                .post(NEWS + "/" + id + "/" + verb)
                .then()
                .statusCode(200);
    }

    /// Whoever trashes it asks the time a moment before readers do.
    @Test
    void what_is_trashed_just_when_it_is_to_appear_is_gone() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String id = aNewsItem().publishedAt("2026-03-01T09:00:00Z").exists();
        TestClock.stopAt("2026-03-01T09:00:00Z");
        plainly().get(NEWS).then().body("items.size()", equalTo(1));
        TestClock.stopAt("2026-03-01T08:59:59Z");
        Logins.editor().header("If-Match", "*").delete(NEWS + "/" + id).then().statusCode(204);

        TestClock.stopAt("2026-03-01T09:00:00Z");

        plainly().get(NEWS).then().body("items.size()", equalTo(0));
    }

    /// It appears by the clock; whoever takes it back then carries out the plan first.
    @Test
    void what_appeared_by_the_clock_and_is_taken_back_is_counted_no_more() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        aTag().slug("water").exists();
        String id = aNewsItem().tagged("water").publishedAt("2026-03-01T09:00:00Z").exists();
        TestClock.advance(Duration.ofHours(2));
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(1));

        verb(id, "archive");

        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(0));
    }

    @Test
    void what_stands_above_the_others_does_so_as_long_as_was_said() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String pinned =
                aNewsItem()
                        .with("featuredUntil", "2026-03-01T09:00:00Z")
                        .publishedAt("2026-01-01T08:00:00Z")
                        .exists();
        String newest = aNewsItem().publishedAt("2026-02-01T08:00:00Z").exists();
        plainly().get(NEWS).then().body("items[0].id", equalTo(pinned));

        TestClock.advance(Duration.ofHours(1));

        plainly().get(NEWS).then().body("items[0].id", equalTo(newest));
    }

    @Test
    void what_another_node_withdraws_is_gone_once_its_line_is_seen() {
        String id = aNewsItem().exists();
        status(NEWS);
        status(NEWS + "/" + id);
        anotherNode(id, "unpublished", "delete from pin", "delete from publication");

        watch.look();

        plainly().get(NEWS).then().body("items.size()", equalTo(0));
        plainly().get(NEWS + "/" + id).then().statusCode(410);
    }

    /// Its lines are seen together, and what was asked between them was kept.
    @Test
    void a_tag_that_an_item_had_for_a_moment_on_another_node_is_counted_no_more() {
        aTag().slug("water").exists();
        aTag().slug("steppe").named("Степь").exists();
        String id = aNewsItem().tagged("water").exists();
        anotherNode(
                id,
                "updated",
                "update publication_tag set tag_id = (select id from tag where slug = 'steppe')");
        plainly().get(TAGS + "/steppe").then().body("newsCount", equalTo(1));
        anotherNode(id, "updated", "delete from publication_tag");

        watch.look();

        plainly().get(TAGS + "/steppe").then().body("newsCount", equalTo(0));
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(0));
    }

    @Test
    void of_very_many_lines_at_once_nothing_is_found_out_and_all_is_made_anew() {
        String id = aNewsItem().exists();
        aTag().slug("water").exists();
        for (String ready : List.of(NEWS, TAGS + "/water", NEWS, TAGS + "/water")) {
            status(ready);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    write("update publication set title = 'From another node'");
                    for (int line = 0; line < 1_100; line++) {
                        tellOf(id, "updated");
                    }
                });

        watch.look();

        assertThat(status(TAGS + "/water"), equalTo(STORED));
        plainly().get(NEWS).then().body("items[0].title", equalTo("From another node"));
    }

    /// What it writes and the line that tells of it, of which this node hears with its next look.
    private void anotherNode(String id, String what, String... statements) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    List.of(statements).forEach(this::write);
                    tellOf(id, what);
                });
    }

    private void tellOf(String id, String what) {
        write("update change_clock set seq = seq + 1");
        write(
                """
                insert into change (seq, at, kind, id, locale, what)
                select seq, current_timestamp, 'NEWS', '%s', 'ru', '%s' from change_clock\
                """
                        .formatted(id, what));
    }

    private void write(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }

    @Test
    void a_miss_is_computed_once_however_many_wait() {
        for (int n = 0; n < 20; n++) {
            aNewsItem().exists();
        }
        ExecutorService clients = Executors.newFixedThreadPool(50);
        for (int round = 0; round < 20; round++) {
            cache.forgetAll();
            List<CompletableFuture<String>> asked =
                    IntStream.range(0, 50)
                            .mapToObj(
                                    n -> CompletableFuture.supplyAsync(() -> status(NEWS), clients))
                            .toList();
            List<String> statuses = asked.stream().map(CompletableFuture::join).toList();

            assertThat(
                    statuses.toString(),
                    statuses.stream().filter(STORED::equals).count(),
                    equalTo(1L));
            assertThat(
                    statuses.toString(),
                    statuses.stream().allMatch(status -> !status.equals("vestnik; fwd=miss")));
        }
        clients.shutdown();
    }

    @Test
    void whoever_asks_after_the_writer_was_answered_gets_what_was_written() throws Exception {
        String id = aNewsItem().exists();
        ExecutorService readers = Executors.newFixedThreadPool(4);
        CompletableFuture<Void> stop = new CompletableFuture<>();
        for (int n = 0; n < 4; n++) {
            readers.execute(() -> {
                while (!stop.isDone()) {
                    plainly().get(NEWS);
                    plainly().get(NEWS + "/" + id);
                }
            });
        }
        try {
            for (int n = 0; n < 40; n++) {
                edit(id, Map.of("title", "Title " + n));
                plainly().get(NEWS).then().body("items[0].title", equalTo("Title " + n));
                plainly().get(NEWS + "/" + id).then().body("title", equalTo("Title " + n));
            }
        } finally {
            stop.complete(null);
            readers.shutdown();
        }
    }
}
