package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is planned happens on time for the public, whether or not the worker has come by; the
/// worker keeps the books, once.
@QuarkusTest
class ScheduleTest {

    private static final String NEWS = "/api/v1/news";
    private static final String ITEM = NEWS + "/{id}";
    private static final String SCHEDULE = "/api/v1/schedule";
    private static final String NOW = "2026-03-01T08:00:00Z";
    private static final String SOON = "2026-03-01T09:00:00Z";
    private static final String LATER = "2026-03-01T18:00:00Z";

    @Inject ScheduleWorker worker;
    @Inject DataSource database;

    @BeforeEach
    void stop_the_clock() {
        TestClock.stopAt(NOW);
    }

    @Test
    void an_item_waits_for_its_time() {
        String id = aNewsItem().unpublished().exists();

        publish(id, SOON)
                .statusCode(200)
                .body("status", equalTo("SCHEDULED"))
                .body("publishedAt", nullValue())
                .body("schedule.publishAt", equalTo(SOON))
                .body("schedule.unpublishAt", nullValue());

        when().get(ITEM, id).then().statusCode(404);
        when().get(NEWS + "?total=true")
                .then()
                .body("items", empty())
                .body("page.total", equalTo(0));
    }

    @Test
    void it_appears_on_time_even_if_the_worker_is_late() {
        aTag().with("slug", "water").exists();
        String id = aNewsItem().with("slug", "voda").tagged("water").unpublished().exists();
        publish(id, SOON);

        TestClock.advance(Duration.ofHours(1));

        when().get(ITEM, id)
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("publishedAt", equalTo(SOON));
        when().get(ITEM, "voda").then().statusCode(200);
        when().get(NEWS).then().body("items.id", contains(id));
        when().get(NEWS + "?tag=water").then().body("items.id", contains(id));
        when().get("/api/v1/tags/water").then().body("newsCount", equalTo(1));
    }

    @Test
    void the_worker_makes_it_a_publication_like_any_other_and_once() {
        String id = aNewsItem().unpublished().exists();
        publish(id, SOON);
        TestClock.advance(Duration.ofHours(2));

        worker.carryOut();
        worker.carryOut();

        draft(id)
                .body("status", equalTo("PUBLISHED"))
                .body("publishedAt", equalTo(SOON))
                .body("pendingChanges", equalTo(false))
                .body("schedule.publishAt", nullValue());
        when().get(ITEM, id).then().statusCode(200).body("publishedAt", equalTo(SOON));
        assertThat(changes(id), equalTo(List.of("created", "scheduled", "published")));
    }

    @Test
    void what_it_shows_is_the_working_copy_of_that_time() {
        String id = aNewsItem().titled("Черновик").unpublished().exists();
        publish(id, SOON);

        change(id, Map.of("title", "Готово", "slug", "gotovo"));
        when().get(ITEM, "gotovo").then().statusCode(404);
        TestClock.advance(Duration.ofHours(1));

        when().get(ITEM, "gotovo").then().statusCode(200).body("title", equalTo("Готово"));
    }

    @Test
    void changes_of_a_published_item_can_wait_for_their_time_too() {
        String id = aNewsItem().titled("Было").with("slug", "one").exists();
        change(id, Map.of("title", "Стало", "slug", "two")).body("pendingChanges", equalTo(true));

        publish(id, SOON)
                .body("status", equalTo("PUBLISHED"))
                .body("pendingChanges", equalTo(true));

        when().get(ITEM, id).then().body("title", equalTo("Было")).body("slug", equalTo("one"));
        when().get(ITEM, "two").then().statusCode(404);
        TestClock.advance(Duration.ofHours(1));
        when().get(ITEM, id)
                .then()
                .body("title", equalTo("Стало"))
                .body("publishedAt", equalTo(NOW));
        given().redirects()
                .follow(false)
                .get(ITEM, "one")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/news/two"));
        when().get(NEWS + "?total=true")
                .then()
                .body("items.title", contains("Стало"))
                .body("page.total", equalTo(1));

        worker.carryOut();

        when().get(ITEM, id)
                .then()
                .body("title", equalTo("Стало"))
                .body("updatedAt", equalTo(SOON));
        draft(id).body("pendingChanges", equalTo(false));
        assertThat(
                changes(id),
                equalTo(List.of("created", "published", "saved", "scheduled", "updated")));
    }

    @Test
    void an_item_leaves_on_time_even_if_the_worker_is_late() {
        aTag().with("slug", "water").exists();
        String id = aNewsItem().with("slug", "voda").tagged("water").exists();

        unpublish(id, SOON).statusCode(200).body("status", equalTo("PUBLISHED"));
        when().get(ITEM, id).then().statusCode(200);
        TestClock.advance(Duration.ofHours(1));

        when().get(ITEM, id).then().statusCode(410);
        when().get(ITEM, "voda").then().statusCode(410);
        when().get(NEWS).then().body("items", empty());
        when().get("/api/v1/tags/water").then().body("newsCount", equalTo(0));

        worker.carryOut();

        when().get(ITEM, id).then().statusCode(410);
        draft(id).body("status", equalTo("DRAFT")).body("schedule.unpublishAt", nullValue());
        assertThat(
                changes(id), equalTo(List.of("created", "published", "scheduled", "unpublished")));
    }

    @Test
    void coming_and_going_can_both_be_planned() {
        String id = aNewsItem().with("slug", "voda").unpublished().exists();
        publish(id, SOON);
        unpublish(id, LATER).statusCode(200).body("status", equalTo("SCHEDULED"));

        TestClock.advance(Duration.ofHours(5));
        when().get(ITEM, id).then().statusCode(200);
        TestClock.advance(Duration.ofHours(5));
        when().get(ITEM, id).then().statusCode(410);
        when().get(ITEM, "voda").then().statusCode(410);

        worker.carryOut();
        assertThat(
                changes(id),
                equalTo(List.of("created", "scheduled", "scheduled", "published", "unpublished")));
    }

    @Test
    void an_item_can_be_planned_to_go_and_to_come_back() {
        String id = aNewsItem().titled("Было").exists();
        unpublish(id, SOON);
        publish(id, LATER);
        change(id, Map.of("title", "Стало"));

        when().get(ITEM, id).then().body("title", equalTo("Было"));
        TestClock.advance(Duration.ofHours(2));
        when().get(ITEM, id).then().statusCode(410);
        worker.carryOut();
        draft(id).body("status", equalTo("SCHEDULED"));
        TestClock.advance(Duration.ofHours(10));
        when().get(ITEM, id).then().statusCode(200).body("title", equalTo("Стало"));
        worker.carryOut();
        draft(id).body("status", equalTo("PUBLISHED"));
        assertThat(changes(id).subList(5, 7), equalTo(List.of("unpublished", "published")));
    }

    @Test
    void an_end_before_the_beginning_is_refused() {
        String id = aNewsItem().unpublished().exists();
        publish(id, LATER);

        unpublish(id, SOON)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/at"))
                .body("errors[0].code", equalTo("OUT_OF_ORDER"));
        unpublish(id, "2026-02-01T00:00:00Z")
                .statusCode(422)
                .body("errors[0].code", equalTo("IN_THE_PAST"));
        publish(id, "2126-02-01T00:00:00Z")
                .statusCode(422)
                .body("errors[0].code", equalTo("OUT_OF_RANGE"));
    }

    @Test
    void what_is_no_publication_cannot_be_planned_to_end() {
        String id = aNewsItem().unpublished().exists();

        unpublish(id, SOON).statusCode(409).body("code", equalTo("INVALID_STATE"));
    }

    @Test
    void planning_once_more_moves_the_time() {
        String id = aNewsItem().unpublished().exists();
        publish(id, SOON);

        publish(id, LATER).body("schedule.publishAt", equalTo(LATER));

        Logins.editor().get(SCHEDULE).then().body("items.at", contains(LATER));
        TestClock.advance(Duration.ofHours(2));
        worker.carryOut();
        when().get(ITEM, id).then().statusCode(404);
    }

    @Test
    void publishing_now_does_away_with_the_plan() {
        String id = aNewsItem().unpublished().exists();
        publish(id, SOON);

        Logins.editor().noContentType().post(ITEM + "/publish", id).then().statusCode(200);

        when().get(ITEM, id).then().statusCode(200).body("publishedAt", equalTo(NOW));
        Logins.editor().get(SCHEDULE).then().body("items", empty());
        TestClock.advance(Duration.ofHours(2));
        worker.carryOut();
        when().get(NEWS + "?total=true").then().body("page.total", equalTo(1));
        assertThat(changes(id), equalTo(List.of("created", "scheduled", "published")));
    }

    @Test
    void taking_back_trashing_and_archiving_do_away_with_all_plans() {
        String back = aNewsItem().exists();
        String trashed = aNewsItem().exists();
        String archived = aNewsItem().exists();
        String waiting = aNewsItem().unpublished().exists();
        List.of(back, trashed, archived).forEach(id -> unpublish(id, SOON));
        List.of(back, trashed, archived, waiting).forEach(id -> publish(id, LATER));

        Logins.editor().noContentType().post(ITEM + "/unpublish", back).then().statusCode(200);
        Logins.editor().header("If-Match", "*").delete(ITEM, trashed).then().statusCode(204);
        Logins.editor().noContentType().post(ITEM + "/archive", archived).then().statusCode(200);
        Logins.editor()
                .noContentType()
                .post(ITEM + "/unpublish", waiting)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));

        Logins.editor().get(SCHEDULE).then().body("items", empty());
        TestClock.advance(Duration.ofDays(2));
        worker.carryOut();
        when().get(NEWS).then().body("items", empty());
        when().get(ITEM, waiting).then().statusCode(404);
    }

    @Test
    void the_schedule_lists_what_is_to_come_the_next_first() {
        String later = aNewsItem().titled("Позже").in("kk").unpublished().exists();
        String soon = aNewsItem().titled("Скоро").exists();
        publish(later, LATER);
        unpublish(soon, SOON);

        Logins.editor()
                .get(SCHEDULE + "?total=true")
                .then()
                .statusCode(200)
                .body("items.item.title", contains("Скоро", "Позже"))
                .body("items.action", contains("UNPUBLISH", "PUBLISH"))
                .body("items.at", contains(SOON, LATER))
                .body("items[0].item.id", equalTo(soon))
                .body("items[0].item.status", equalTo("PUBLISHED"))
                .body("items[0].overdue", equalTo(false))
                .body("page.total", equalTo(2));
        Logins.editor().get(SCHEDULE + "?locale=kk").then().body("items.item.id", contains(later));
        Logins.editor()
                .get(SCHEDULE + "?action=UNPUBLISH")
                .then()
                .body("items.item.id", contains(soon));
        Logins.editor()
                .get(SCHEDULE + "?from=2026-03-01T10:00:00Z")
                .then()
                .body("items.item.id", contains(later));
        Logins.editor()
                .get(SCHEDULE + "?to=2026-03-01T10:00:00Z")
                .then()
                .body("items.item.id", contains(soon));
    }

    @Test
    void the_schedule_is_paged_by_cursor() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            String id = aNewsItem().unpublished().exists();
            publish(id, SOON);
            ids.add(id);
        }

        List<String> seen = new ArrayList<>();
        String next = SCHEDULE + "?limit=2";
        while (next != null) {
            var page = Logins.editor().get(next).then().statusCode(200).extract();
            seen.addAll(page.path("items.item.id"));
            String cursor = page.path("page.next");
            next = cursor == null ? null : SCHEDULE + "?limit=2&cursor=" + cursor;
        }

        assertThat(seen, equalTo(ids));
    }

    @Test
    void an_author_sees_the_plans_for_their_own_items() {
        aNewsItem().exists();
        String own =
                Logins.author()
                        .contentType(JSON)
                        .body(aNewsItem().input())
                        .post(NEWS)
                        .then()
                        .extract()
                        .path("id");
        publish(own, SOON);
        publish(aNewsItem().unpublished().exists(), SOON);

        Logins.author().get(SCHEDULE).then().body("items.item.id", contains(own));
    }

    @Test
    void a_plan_can_be_cancelled() {
        String id = aNewsItem().unpublished().exists();
        publish(id, SOON);
        unpublish(id, LATER);
        String entry = Logins.editor().get(SCHEDULE).path("items[0].id");

        Logins.editor().delete(SCHEDULE + "/{id}", entry).then().statusCode(204);

        Logins.editor().delete(SCHEDULE + "/{id}", entry).then().statusCode(404);
        Logins.editor().get(SCHEDULE).then().body("items", empty());
        draft(id).body("status", equalTo("DRAFT"));
        TestClock.advance(Duration.ofDays(1));
        worker.carryOut();
        when().get(ITEM, id).then().statusCode(404);
    }

    @Test
    void a_cancelled_end_leaves_the_item_public() {
        String id = aNewsItem().exists();
        unpublish(id, SOON);
        String entry = Logins.editor().get(SCHEDULE).path("items[0].id");

        Logins.editor().delete(SCHEDULE + "/{id}", entry).then().statusCode(204);

        TestClock.advance(Duration.ofDays(1));
        worker.carryOut();
        when().get(ITEM, id).then().statusCode(200);
    }

    @Test
    void what_was_due_is_carried_out_before_an_item_is_changed() {
        String id = aNewsItem().titled("Показано").unpublished().exists();
        publish(id, SOON);
        TestClock.advance(Duration.ofHours(1));

        change(id, Map.of("title", "Не показано"))
                .body("status", equalTo("PUBLISHED"))
                .body("pendingChanges", equalTo(true));

        when().get(ITEM, id).then().body("title", equalTo("Показано"));
        assertThat(changes(id), equalTo(List.of("created", "scheduled", "published", "saved")));
    }

    @Test
    void what_is_overdue_shows_in_readiness_and_metrics() {
        publish(aNewsItem().unpublished().exists(), SOON);
        TestClock.advance(Duration.ofHours(2));

        when().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'schedule' }.data.overdue", equalTo(1))
                .body("checks.find { it.name == 'schedule' }.data.oldest", equalTo(SOON));
        when().get("/q/metrics").then().body(containsString("vestnik_schedule_overdue 1.0"));
        Logins.editor().get(SCHEDULE).then().body("items.overdue", contains(true));

        worker.carryOut();
        TestClock.advance(Duration.ofSeconds(2));
        when().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'schedule' }.data.overdue", equalTo(0));
    }

    @Test
    void the_audit_log_says_who_had_planned_what_was_carried_out() {
        String id = aNewsItem().unpublished().exists();
        publish(id, SOON);
        TestClock.advance(Duration.ofHours(1));
        worker.carryOut();

        Logins.admin()
                .get("/api/v1/audit?action=Schedule_PUBLISH&resourceId=" + id)
                .then()
                .body("items", hasSize(1))
                .body("items[0].actor", equalTo("an-editor"))
                .body("items[0].method", equalTo("JOB"));
    }

    private static ValidatableResponse publish(String id, String at) {
        return planned(id, "/publish", at);
    }

    private static ValidatableResponse unpublish(String id, String at) {
        return planned(id, "/unpublish", at);
    }

    private static ValidatableResponse planned(String id, String verb, String at) {
        return Logins.editor()
                .contentType(JSON)
                .body(Map.of("at", at))
                .post(ITEM + verb, id)
                .then();
    }

    private static ValidatableResponse change(String id, Map<String, Object> patch) {
        return Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(ITEM, id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse draft(String id) {
        return Logins.editor().get(ITEM + "?state=draft", id).then().statusCode(200);
    }

    /// What the change log says of an item, in order.
    private List<String> changes(String id) {
        List<String> what = new ArrayList<>();
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select what from change where id = ? order by seq")) {
            query.setObject(1, UUID.fromString(id));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    what.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return what;
    }
}
