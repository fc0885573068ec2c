package dev.vestnik.event;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import dev.vestnik.event.PublicEvents.Read;
import dev.vestnik.news.DueNews;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which lines of the change log tell the public anything, and what.
@QuarkusTest
class PublicEventsTest {

    private static final String ITEM = "/api/v1/news/{id}";
    private static final String TAG = "/api/v1/tags/{id}";

    @Inject PublicEvents events;

    private Read after(long seq, int most) {
        return QuarkusTransaction.requiringNew().call(() -> events.after(seq, most));
    }

    private List<String> told() {
        return after(0, 1000).events().stream().map(event -> event.type().toString()).toList();
    }

    private static void post(String id, String verb) {
        Logins.editor().post(ITEM + "/" + verb, id).then().statusCode(200);
    }

    private static void post(String id, String verb, String at) {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("at", at))
                .post(ITEM + "/" + verb, id)
                .then()
                .statusCode(200);
    }

    private static void trash(String id) {
        Logins.editor().header("If-Match", "*").delete(ITEM, id).then().statusCode(204);
    }

    private static void purge(String id) {
        Logins.admin()
                .header("If-Match", "*")
                .queryParam("purge", true)
                .delete(ITEM, id)
                .then()
                .statusCode(204);
    }

    private static void rename(String id) {
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"title\": \"Другое\"}")
                .patch(ITEM, id)
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_done_to_a_draft_is_nobodys_business() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String id = aNewsItem().unpublished().exists();
        rename(id);
        post(id, "submit");
        post(id, "publish", "2026-03-01T09:00:00Z");
        post(id, "unpublish");
        trash(id);
        purge(id);

        Read read = after(0, 1000);

        assertThat(read.events(), empty());
        assertThat(read.to(), equalTo(7L));
    }

    @Test
    void a_publication_its_update_and_its_end_are_told() {
        String id = aNewsItem().in("kk").exists();
        rename(id);
        post(id, "publish");
        post(id, "unpublish");

        assertThat(told(), contains("news.published", "news.updated", "news.unpublished"));
        PublicEvent event = after(0, 2).events().get(0);
        assertThat(event.seq(), equalTo(2L));
        assertThat(event.id().toString(), equalTo(id));
        assertThat(event.locale(), equalTo("kk"));
        assertThat(event.links().self(), equalTo("/api/v1/news/" + id));
    }

    @Test
    void the_archive_the_trash_and_the_end_of_a_tag_are_told_as_what_they_mean_to_readers() {
        String water = aTag().slug("water").exists();
        String archived = aNewsItem().tagged("water").exists();
        String trashed = aNewsItem().exists();
        post(archived, "archive");
        trash(trashed);
        purge(trashed);
        Logins.editor()
                .header("If-Match", "*")
                .queryParam("force", true)
                .delete(TAG, water)
                .then()
                .statusCode(204);

        assertThat(
                told(),
                contains(
                        "tag.created",
                        "news.published",
                        "news.published",
                        "news.unpublished",
                        "news.unpublished",
                        "tag.deleted"));
    }

    @Test
    void what_was_planned_is_told_when_it_happens() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String id = aNewsItem().unpublished().exists();
        post(id, "publish", "2026-03-01T09:00:00Z");
        post(id, "unpublish", "2026-03-01T10:00:00Z");
        assertThat(told(), empty());

        TestClock.advance(Duration.ofHours(1));
        DueNews.isCarriedOut();
        assertThat(told(), contains("news.published"));

        TestClock.advance(Duration.ofHours(1));
        DueNews.isCarriedOut();
        assertThat(told(), contains("news.published", "news.unpublished"));
    }

    @Test
    void a_merged_tag_is_told_and_so_are_its_items() {
        String goes = aTag().named("Рыба").slug("fish").exists();
        String stays = aTag().named("Вода").slug("water").exists();
        aNewsItem().tagged("fish").exists();
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("into", stays))
                .post(TAG + "/merge", goes)
                .then()
                .statusCode(200);

        assertThat(
                told(),
                contains(
                        "tag.created",
                        "tag.created",
                        "news.published",
                        "news.updated",
                        "tag.merged",
                        "tag.updated"));
    }

    @Test
    void private_lines_move_the_reader_on() {
        aNewsItem().unpublished().exists();
        aNewsItem().unpublished().exists();
        aNewsItem().exists();

        Read first = after(0, 2);
        Read second = after(first.to(), 2);
        Read third = after(second.to(), 2);

        assertThat(first, equalTo(new Read(List.of(), 2)));
        assertThat(second.to(), equalTo(4L));
        assertThat(second.events().get(0).type(), equalTo(EventType.NEWS_PUBLISHED));
        assertThat(third, equalTo(new Read(List.of(), 4)));
    }
}
