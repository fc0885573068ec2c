package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsPublishingTest {

    private static final String NEWS = "/api/v1/news";
    private static final String ITEM = NEWS + "/{id}";

    private static ValidatableResponse publish(String id, String body) {
        return Logins.editor().contentType(JSON).body(body).post(ITEM + "/publish", id).then();
    }

    private static ValidatableResponse unpublish(String id) {
        return Logins.editor().noContentType().post(ITEM + "/unpublish", id).then();
    }

    private static ValidatableResponse delete(String id) {
        return Logins.editor().header("If-Match", "*").delete(ITEM, id).then();
    }

    private static void rename(String id, String slug) {
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"slug\": \"" + slug + "\"}")
                .patch(ITEM, id)
                .then()
                .statusCode(200);
        publish(id, "{}").statusCode(200);
    }

    @Test
    void publishing_shows_an_item_as_of_now() {
        TestClock.stopAt("2025-12-10T05:00:00Z");
        String id = aNewsItem().unpublished().exists();

        publish(id, "{}")
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("publishedAt", equalTo("2025-12-10T05:00:00Z"))
                .body("displayDate", equalTo("10 декабря 2025"));

        when().get(ITEM, id).then().statusCode(200).body("status", equalTo("PUBLISHED"));
    }

    @Test
    void publishing_needs_no_body() {
        String id = aNewsItem().unpublished().exists();

        Logins.editor().noContentType().post(ITEM + "/publish", id).then().statusCode(200);
    }

    @Test
    void a_past_time_backdates() {
        String id = aNewsItem().unpublished().exists();

        publish(id, "{\"at\": \"1999-12-31T20:00:00+06:00\"}").statusCode(200);

        when().get(ITEM, id)
                .then()
                .body("publishedAt", equalTo("1999-12-31T14:00:00Z"))
                .body("displayDate", equalTo("31 декабря 1999"));
    }

    @Test
    void a_published_item_can_be_dated_anew() {
        aTag().slug("water").exists();
        String first = aNewsItem().tagged("water").publishedAt("2026-01-01T08:00:00Z").exists();
        String second = aNewsItem().tagged("water").publishedAt("2026-01-02T08:00:00Z").exists();
        publish(first, "{\"at\": \"2026-01-03T08:00:00Z\"}").statusCode(200);

        when().get(NEWS + "?tag=water").then().body("items.id", contains(first, second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tomorrow\"",
                "\"2025-12-10\"",
                "\"+999999999-01-01T00:00:00Z\"",
                "\"0999-01-01T00:00:00Z\"",
                "1765342800",
                "{}",
                "[]",
                "true"
            })
    void a_time_that_is_none_is_refused(String at) {
        String id = aNewsItem().unpublished().exists();

        publish(id, "{\"at\": " + at + "}")
                .statusCode(400)
                .body("code", equalTo("INVALID_TYPE"))
                .body("errors.pointer", contains("/at"));
    }

    @Test
    void publishing_against_a_stale_version_is_refused() {
        String id = aNewsItem().exists();

        Logins.editor()
                .noContentType()
                .header("If-Match", "\"0\"")
                .post(ITEM + "/publish", id)
                .then()
                .statusCode(412);
    }

    @Test
    void the_first_moment_stands_when_an_item_is_published_again() {
        TestClock.stopAt("2026-01-01T08:00:00Z");
        String id = aNewsItem().exists();
        TestClock.advance(Duration.ofDays(1));

        publish(id, "{}")
                .body("publishedAt", equalTo("2026-01-01T08:00:00Z"))
                .body("updatedAt", equalTo("2026-01-02T08:00:00Z"));
    }

    @Test
    void what_was_taken_back_is_gone_by_id_and_by_slug() {
        String id = aNewsItem().with("slug", "water").exists();

        unpublish(id).statusCode(200).body("status", equalTo("DRAFT"));

        when().get(ITEM, id).then().statusCode(410).body("code", equalTo("GONE"));
        when().get(ITEM, "water").then().statusCode(410);
        when().get(NEWS).then().body("items", empty());
    }

    @Test
    void what_was_taken_back_counts_for_no_tag() {
        aTag().slug("water").exists();
        String id = aNewsItem().tagged("water").exists();
        unpublish(id);

        when().get("/api/v1/tags/water").then().body("newsCount", equalTo(0));
    }

    @Test
    void what_was_taken_back_can_be_published_again() {
        String id = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        unpublish(id);

        publish(id, "{}").statusCode(200);

        when().get(ITEM, id)
                .then()
                .statusCode(200)
                .body("publishedAt", equalTo("2026-01-01T08:00:00Z"));
    }

    @Test
    void a_draft_cannot_be_taken_back() {
        String id = aNewsItem().unpublished().exists();

        unpublish(id).statusCode(409).body("code", equalTo("INVALID_STATE"));
    }

    @Test
    void a_deleted_item_that_was_public_is_gone() {
        String id = aNewsItem().with("slug", "water").exists();

        delete(id).statusCode(204);

        when().get(ITEM, id).then().statusCode(410);
        when().get(ITEM, "water").then().statusCode(410);
    }

    @Test
    void a_deleted_item_that_was_never_public_is_not_found() {
        String id = aNewsItem().with("slug", "water").unpublished().exists();

        delete(id).statusCode(204);

        when().get(ITEM, id).then().statusCode(404);
        when().get(ITEM, "water").then().statusCode(404);
    }

    @Test
    void a_deleted_item_lies_in_the_trash() {
        String id = aNewsItem().exists();
        delete(id);

        Logins.editor().get(NEWS + "?trashed=true").then().body("items.id", contains(id));
        Logins.editor().get(NEWS + "?status=DRAFT").then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/publish", "/unpublish"})
    void what_lies_in_the_trash_cannot_be_shown(String verb) {
        String id = aNewsItem().exists();
        delete(id);

        Logins.editor()
                .noContentType()
                .post(ITEM + verb, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("INVALID_STATE"));
    }

    @Test
    void an_old_slug_leads_to_the_present_one_in_each_locale() {
        String russian = aNewsItem().with("slug", "water").exists();
        String kazakh = aNewsItem().in("kk").with("slug", "water").exists();
        rename(russian, "voda");
        rename(kazakh, "su");

        given().redirects()
                .follow(false)
                .get(ITEM + "?locale=ru&fields=title", "water")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/api/v1/news/voda?locale=ru&fields=title"));
        given().redirects()
                .follow(false)
                .get(ITEM + "?locale=kk", "water")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/api/v1/news/su?locale=kk"));
    }

    @Test
    void every_old_slug_leads_to_the_newest_at_once() {
        String id = aNewsItem().with("slug", "one").exists();
        rename(id, "two");
        rename(id, "three");

        given().redirects()
                .follow(false)
                .get(ITEM, "one")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/news/three"));
    }

    @Test
    void a_new_slug_leads_nowhere_before_it_is_published() {
        String id = aNewsItem().with("slug", "water").exists();
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"slug\": \"voda\"}")
                .patch(ITEM, id);

        when().get(ITEM, "voda").then().statusCode(404);
        when().get(ITEM, "water").then().statusCode(200).body("slug", equalTo("water"));
    }

    @Test
    void an_item_can_have_its_old_slug_back() {
        String id = aNewsItem().with("slug", "one").exists();
        rename(id, "two");
        rename(id, "one");

        when().get(ITEM, "one").then().statusCode(200);
        given().redirects().follow(false).get(ITEM, "two").then().statusCode(301);
    }

    @Test
    void the_slug_of_a_withdrawn_item_is_never_given_to_another() {
        String id = aNewsItem().titled("Вода").exists();
        unpublish(id);
        delete(id);

        aNewsItem().titled("Вода").created().body("slug", equalTo("voda-2"));
        Logins.editor()
                .contentType(JSON)
                .body(aNewsItem().with("slug", "voda").input())
                .post(NEWS)
                .then()
                .statusCode(409);
    }

    @Test
    void a_slug_is_free_in_another_locale() {
        aNewsItem().with("slug", "water").exists();

        aNewsItem().in("en").with("slug", "water").created().body("slug", equalTo("water"));
    }

    @Test
    void a_slug_of_one_locale_is_unknown_in_another() {
        aNewsItem().with("slug", "water").exists();

        when().get(ITEM + "?locale=kk", "water").then().statusCode(404);
    }

    @Test
    void an_item_knows_what_was_published_before_and_after_it() {
        String before = aNewsItem().titled("До").publishedAt("2026-01-01T08:00:00Z").exists();
        String id = aNewsItem().publishedAt("2026-01-02T08:00:00Z").exists();
        String after = aNewsItem().titled("После").publishedAt("2026-01-03T08:00:00Z").exists();
        aNewsItem().in("kk").publishedAt("2026-01-02T09:00:00Z").exists();

        when().get(ITEM, id)
                .then()
                .body("previous.id", equalTo(before))
                .body("previous.title", equalTo("До"))
                .body("previous.slug", equalTo("do"))
                .body("next.id", equalTo(after))
                .body("next.title", equalTo("После"));
    }

    @Test
    void the_ends_have_no_neighbour_beyond_them() {
        String id = aNewsItem().exists();

        when().get(ITEM, id).then().body("previous", nullValue()).body("next", nullValue());
    }

    @Test
    void items_of_one_moment_have_each_other_as_neighbours() {
        String first = aNewsItem().publishedAt("2026-01-02T08:00:00Z").exists();
        String second = aNewsItem().publishedAt("2026-01-02T08:00:00Z").exists();

        when().get(ITEM, first).then().body("next.id", equalTo(second));
        when().get(ITEM, second).then().body("previous.id", equalTo(first));
    }
}
