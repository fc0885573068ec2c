package dev.vestnik.sync;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import dev.vestnik.news.DueNews;
import dev.vestnik.testing.SqlRecorder;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A mobile app takes over all news once, and from then on what changed.
@QuarkusTest
class SyncTest {

    private static final String SYNC = "/api/v1/sync";
    private static final String NEWS = "/api/v1/news";
    private static final String ITEM = NEWS + "/{id}";
    private static final String TAG = "/api/v1/tags/{id}";

    @Inject DataSource database;

    private static ValidatableResponse begin(Map<String, ?> filter) {
        return given().queryParams(filter).get(SYNC).then();
    }

    private static ValidatableResponse since(String token) {
        return given().queryParam("token", token).get(SYNC).then();
    }

    /// The token of a client that has everything.
    private static String inStep(Map<String, ?> filter) {
        String token = begin(filter).statusCode(200).extract().path("syncToken");
        assertThat(token, notNullValue());
        return token;
    }

    private static List<JsonPath> allPages(JsonPath first) {
        List<JsonPath> pages = new ArrayList<>(List.of(first));
        while (pages.get(pages.size() - 1).get("nextToken") != null) {
            String token = pages.get(pages.size() - 1).getString("nextToken");
            pages.add(since(token).statusCode(200).extract().jsonPath());
        }
        return pages;
    }

    private static List<String> ids(List<JsonPath> pages) {
        return pages.stream().flatMap(page -> page.<String>getList("items.id").stream()).toList();
    }

    private static void post(String id, String verb) {
        Logins.editor().post(ITEM + "/" + verb, id).then().statusCode(200);
    }

    private static void edit(String id, Map<String, ?> part) {
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(part)
                .patch(ITEM, id)
                .then()
                .statusCode(200);
    }

    private static void plan(String id, String verb, String at) {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("at", at))
                .post(ITEM + "/" + verb, id)
                .then()
                .statusCode(200);
    }

    private void sql(String statement) {
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void walks_through_all_that_is_published_and_ends_with_a_sync_token() {
        List<String> items = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            items.add(0, aNewsItem().publishedAt("2026-01-0" + i + "T08:00:00Z").exists());
        }
        aNewsItem().unpublished().exists();

        List<JsonPath> pages =
                allPages(begin(Map.of("limit", 2)).statusCode(200).extract().jsonPath());

        assertThat(ids(pages), equalTo(items));
        assertThat(pages, hasSize(3));
        assertThat(pages.get(0).get("syncToken"), nullValue());
        assertThat(pages.get(2).get("syncToken"), notNullValue());
    }

    @Test
    void an_item_is_as_the_list_of_news_has_it() {
        aTag().slug("steppe").exists();
        aNewsItem().tagged("steppe").exists();
        Map<String, ?> whole = Map.of("include", "body,blocks");

        Map<String, ?> listed = given().queryParams(whole).get(NEWS).path("items[0]");
        Map<String, ?> walked = begin(whole).extract().path("items[0]");

        assertThat(walked, equalTo(listed));
        assertThat(walked.get("body"), notNullValue());
    }

    @Test
    void tells_each_item_that_changed_once_as_it_is_now() {
        String edited = aNewsItem().exists();
        aNewsItem().titled("Unchanged").exists();
        String token = inStep(Map.of("include", "body"));
        for (String title : List.of("Second", "Third")) {
            edit(edited, Map.of("title", title));
            post(edited, "publish");
        }
        String added = aNewsItem().titled("New").exists();

        since(token)
                .statusCode(200)
                .body("items.id", contains(edited, added))
                .body("items.title", contains("Third", "New"))
                .body("items[0].body", notNullValue())
                .body("nextToken", nullValue())
                .body("syncToken", not(token));
    }

    @Test
    void the_same_token_gives_the_same_again_until_something_changes() {
        aNewsItem().exists();
        String token = inStep(Map.of());

        String after =
                since(token)
                        .statusCode(200)
                        .body("items", empty())
                        .header("Cache-Control", startsWith("public, max-age="))
                        .header("Surrogate-Key", "news")
                        .extract()
                        .path("syncToken");

        assertThat(after, equalTo(token));
        String etag = since(token).extract().header("ETag");
        given().queryParam("token", token)
                .header("If-None-Match", etag)
                .get(SYNC)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"unpublish", "archive", "delete"})
    void leaves_a_tombstone_of_what_is_taken_back(String verb) {
        String id = aNewsItem().exists();
        String token = inStep(Map.of());
        if (verb.equals("delete")) {
            Logins.editor().header("If-Match", "*").delete(ITEM, id).then().statusCode(204);
        } else {
            post(id, verb);
        }

        since(token)
                .body("items", contains(Map.of("id", id, "deleted", true)))
                .body("syncToken", notNullValue());
    }

    @Test
    void what_is_restored_and_published_again_is_there_again() {
        String id = aNewsItem().exists();
        String token = inStep(Map.of());
        post(id, "archive");
        post(id, "restore");
        post(id, "publish");

        since(token).body("items.id", contains(id)).body("items[0].deleted", nullValue());
    }

    @Test
    void says_nothing_of_drafts() {
        String published = aNewsItem().exists();
        String token = inStep(Map.of());
        String draft = aNewsItem().unpublished().exists();
        edit(draft, Map.of("title", "Hidden"));
        edit(published, Map.of("title", "Not shown yet"));
        Logins.editor().header("If-Match", "*").delete(ITEM, draft).then().statusCode(204);

        since(token).body("items", empty()).body("syncToken", equalTo(token));
    }

    @Test
    void what_loses_the_tag_leaves_the_copy_of_that_tag() {
        aTag().named("Степь").slug("steppe").exists();
        aTag().named("Вода").slug("water").exists();
        String moved = aNewsItem().tagged("steppe").exists();
        String stays = aNewsItem().tagged("steppe", "water").exists();
        String token = inStep(Map.of("tag", "steppe"));
        edit(moved, Map.of("tags", List.of("water")));
        post(moved, "publish");
        post(stays, "publish");

        since(token)
                .body("items.id", contains(moved, stays))
                .body("items.deleted", contains(true, null));
    }

    @Test
    void a_copy_of_one_locale_hears_nothing_of_others() {
        aNewsItem().in("ru").exists();
        String token = inStep(Map.of("locale", "kk"));
        aNewsItem().in("ru").exists();
        String kazakh = aNewsItem().in("kk").exists();
        aNewsItem().in("ru").exists();

        String after = since(token).body("items.id", contains(kazakh)).extract().path("syncToken");

        since(after).body("items", empty()).body("syncToken", equalTo(after));
    }

    @Test
    void a_renamed_tag_tells_its_items_again_page_by_page() {
        String tag = aTag().named("Степь").slug("steppe").exists();
        List<String> carriers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            carriers.add(aNewsItem().tagged("steppe").exists());
        }
        aNewsItem().exists();
        String token = inStep(Map.of());
        post(carriers.get(2), "publish");
        rename(tag, "Great steppe");
        post(carriers.get(4), "publish");

        List<JsonPath> pages =
                allPages(
                        given().queryParam("token", token)
                                .queryParam("limit", 2)
                                .get(SYNC)
                                .jsonPath());

        assertThat(ids(pages), containsInAnyOrder(carriers.toArray()));
        assertThat(pages, hasSize(3));
        assertThat(pages.get(0).getString("items[0].tags[0].name"), equalTo("Great steppe"));
    }

    private static void rename(String tag, String name) {
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("names", Map.of("ru", name)))
                .patch(TAG, tag)
                .then()
                .statusCode(200);
    }

    @Test
    void a_copy_of_a_merged_tag_takes_over_the_items_of_the_other() {
        String goes = aTag().named("Степь").slug("steppe").exists();
        String stays = aTag().named("Равнина").slug("plain").exists();
        String own = aNewsItem().tagged("steppe").exists();
        String others = aNewsItem().tagged("plain").exists();
        String token = inStep(Map.of("tag", "steppe"));
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("into", stays))
                .post(TAG + "/merge", goes)
                .then()
                .statusCode(200);

        since(token)
                .body("items.id", containsInAnyOrder(own, others))
                .body("items.tags.slug.flatten()", contains("plain", "plain"));
    }

    @Test
    void a_copy_of_a_deleted_tag_becomes_empty() {
        String tag = aTag().named("Степь").slug("steppe").exists();
        String id = aNewsItem().tagged("steppe").exists();
        String token = inStep(Map.of("tag", "steppe"));
        Logins.editor()
                .header("If-Match", "*")
                .queryParam("force", true)
                .delete(TAG, tag)
                .then()
                .statusCode(204);

        since(token).body("items", contains(Map.of("id", id, "deleted", true)));
    }

    @Test
    void what_is_planned_is_told_when_it_has_happened() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String begins = aNewsItem().unpublished().exists();
        String ends = aNewsItem().exists();
        plan(begins, "publish", "2026-03-01T09:00:00Z");
        plan(ends, "unpublish", "2026-03-01T09:00:00Z");
        String token = inStep(Map.of());
        since(token).body("items", empty());
        TestClock.advance(Duration.ofHours(1));
        DueNews.isCarriedOut();

        since(token)
                .body("items.id", containsInAnyOrder(begins, ends))
                .body("items.find { it.id == '%s' }.deleted".formatted(ends), equalTo(true))
                .body(
                        "items.find { it.id == '%s' }.status".formatted(begins),
                        equalTo("PUBLISHED"));
    }

    @Test
    void what_changes_during_the_walk_comes_after_it() {
        String first = aNewsItem().publishedAt("2026-01-03T08:00:00Z").exists();
        aNewsItem().publishedAt("2026-01-02T08:00:00Z").exists();
        String last = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        String next = begin(Map.of("limit", 1)).extract().path("nextToken");
        post(first, "unpublish");
        plan(last, "publish", "2026-01-04T08:00:00Z");

        List<JsonPath> rest = allPages(since(next).extract().jsonPath());
        String token = rest.get(rest.size() - 1).getString("syncToken");
        List<JsonPath> after = allPages(since(token).extract().jsonPath());

        assertThat(ids(after), contains(first, last));
        assertThat(after.get(0).getBoolean("items[0].deleted"), equalTo(true));
    }

    @Test
    void long_absence_is_made_up_for_in_pages_that_have_each_item_once() {
        String token = inStep(Map.of("limit", 2));
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            items.add(aNewsItem().exists());
        }
        items.forEach(id -> post(id, "publish"));

        List<JsonPath> pages = allPages(since(token).extract().jsonPath());

        assertThat(ids(pages), equalTo(items));
        assertThat(pages, hasSize(3));
    }

    @Test
    void an_answer_takes_three_statements() {
        aTag().slug("steppe").exists();
        aNewsItem().tagged("steppe").exists();
        String token = inStep(Map.of("limit", 1));
        aNewsItem().tagged("steppe").exists();
        String next = begin(Map.of("limit", 1)).extract().path("nextToken");

        assertThat(
                SqlRecorder.during(() -> begin(Map.of("tag", "steppe"))),
                hasSize(lessThanOrEqualTo(3)));
        assertThat(SqlRecorder.during(() -> since(next)), hasSize(2));
        assertThat(SqlRecorder.during(() -> since(token)), hasSize(lessThanOrEqualTo(3)));
    }

    @Test
    void a_token_that_is_older_than_the_log_asks_to_begin_anew() {
        aNewsItem().exists();
        String token = inStep(Map.of());
        aNewsItem().exists();
        sql("delete from change where seq <= (select max(seq) from change) - 1");

        since(token).statusCode(410).body("code", equalTo("RESYNC_REQUIRED"));
    }

    @Test
    void a_token_of_another_database_asks_to_begin_anew() {
        aNewsItem().exists();
        String ofEmptier = inStep(Map.of());
        aNewsItem().exists();
        String ofLater = inStep(Map.of());
        sql("delete from change where seq = (select max(seq) from change)");
        sql("update change set at = at + interval '1' second");

        since(ofLater).statusCode(410).body("code", equalTo("RESYNC_REQUIRED"));
        since(ofEmptier).statusCode(410).body("code", equalTo("RESYNC_REQUIRED"));
    }

    @Test
    void a_token_that_was_tampered_with_is_refused() {
        aNewsItem().exists();
        String token = inStep(Map.of());
        String other = (token.startsWith("A") ? "B" : "A") + token.substring(1);

        since(other)
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"))
                .body("errors[0].parameter", equalTo("token"));
    }

    @Test
    void a_cursor_of_a_list_is_no_token() {
        aNewsItem().exists();
        aNewsItem().exists();
        String cursor = given().queryParam("limit", 1).get(NEWS).path("page.next");

        since(cursor).statusCode(400).body("code", equalTo("INVALID_CURSOR"));
    }

    @ParameterizedTest
    @CsvSource({"locale,ru", "tag,steppe", "include,body"})
    void filters_stand_in_the_token_and_not_beside_it(String name, String value) {
        String token = inStep(Map.of());

        given().queryParam("token", token)
                .queryParam(name, value)
                .get(SYNC)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(name))
                .body("errors[0].code", equalTo("NOT_WITH_TOKEN"));
    }

    @ParameterizedTest
    @CsvSource({"locale,tlh", "limit,0", "limit,101", "limit,many", "include,related", "tag,''"})
    void refuses_what_it_does_not_know(String name, String value) {
        begin(Map.of(name, value)).statusCode(400).body("errors[0].parameter", equalTo(name));
    }
}
