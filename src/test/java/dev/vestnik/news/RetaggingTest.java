package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.tag.FollowingItems;
import dev.vestnik.testing.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tag that very many items carry goes after the answer, when the last of them has followed.
@QuarkusTest
class RetaggingTest {

    private static final int ITEMS = FollowingItems.MANY;
    private static final int AT_ONCE = CarriedTags.AT_ONCE;
    private static final UUID GOES = ManyNews.tag(0);
    private static final UUID STAYS = ManyNews.tag(1);
    private static final String TAGS = "/api/v1/tags";
    private static final String NEWS = "/api/v1/news";

    @Inject DataSource database;

    /// Each item has `tag-0`, and then `tag-1` or `tag-2`.
    @BeforeEach
    void very_many_items() throws SQLException {
        ManyNews.exist(ITEMS, 3);
    }

    private static ValidatableResponse merge(UUID tag, UUID into) {
        return Logins.editor()
                .contentType(JSON)
                .body(Map.of("into", into))
                .post(TAGS + "/{id}/merge", tag)
                .then();
    }

    private static ValidatableResponse delete(UUID tag) {
        return Logins.editor()
                .header("If-Match", "*")
                .delete(TAGS + "/{id}?force=true", tag)
                .then();
    }

    private static ValidatableResponse retagging(UUID tag) {
        return Logins.editor().get(TAGS + "/{id}/retagging", tag).then();
    }

    private static ValidatableResponse item(int n) {
        return when().get(NEWS + "/{id}", ManyNews.item(n)).then().statusCode(200);
    }

    private static RequestSpecification unredirected() {
        return given().redirects().follow(false);
    }

    private long changes(String condition) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet count =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from change where " + condition)) {
            count.next();
            return count.getLong(1);
        }
    }

    @Test
    void merging_is_accepted_and_tells_how_far_it_is() {
        merge(GOES, STAYS)
                .statusCode(202)
                .header("Location", endsWith(TAGS + "/" + GOES + "/retagging"))
                .body("tag", equalTo(GOES.toString()))
                .body("into", equalTo(STAYS.toString()))
                .body("state", equalTo("RUNNING"))
                .body("processed", equalTo(0))
                .body("total", equalTo(ITEMS))
                .body("finishedAt", nullValue());

        FollowingItems.some();

        retagging(GOES)
                .statusCode(200)
                .body("state", equalTo("RUNNING"))
                .body("processed", equalTo(AT_ONCE))
                .body("ratePerSecond", greaterThan(0));
    }

    @Test
    void meanwhile_each_item_has_the_one_tag_or_the_other() {
        merge(GOES, STAYS);

        FollowingItems.some();

        item(0).body("tags.slug", contains("tag-1"));
        item(AT_ONCE - 1).body("tags.slug", contains("tag-1", "tag-2"));
        item(AT_ONCE).body("tags.slug", contains("tag-0", "tag-1"));
        item(ITEMS - 1).body("tags.slug", contains("tag-0", "tag-2"));
        when().get(TAGS + "/tag-0")
                .then()
                .statusCode(200)
                .body("newsCount", equalTo(ITEMS - AT_ONCE));
        when().get(TAGS + "/tag-1")
                .then()
                .body("newsCount", equalTo(AT_ONCE + (ITEMS - AT_ONCE) / 2));
    }

    @Test
    void when_the_last_item_has_followed_the_tag_goes_as_one_of_few_items_does() throws Exception {
        merge(GOES, STAYS);

        FollowingItems.all();

        retagging(GOES)
                .body("state", equalTo("DONE"))
                .body("processed", equalTo(ITEMS))
                .body("etaSeconds", nullValue())
                .body("finishedAt", notNullValue());
        when().get(TAGS + "/{id}", GOES).then().statusCode(404);
        unredirected()
                .get(TAGS + "/tag-0")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/tag-1"));
        when().get(TAGS + "/tag-1")
                .then()
                .body("newsCount", equalTo(ITEMS))
                .body("aliases", contains("Tag 0"));
        item(0).body("tags.slug", contains("tag-1"));
        item(ITEMS - 1).body("tags.slug", contains("tag-1", "tag-2"));
        Logins.editor()
                .get(NEWS + "/{id}?state=draft", ManyNews.item(ITEMS - 1))
                .then()
                .body("tags.slug", contains("tag-1", "tag-2"));
        assertThat(changes("kind = 'NEWS' and what = 'updated'"), equalTo((long) ITEMS));
        assertThat(changes("kind = 'TAG' and what = 'merged'"), equalTo(1L));
    }

    @Test
    void what_is_given_the_tag_meanwhile_follows_too() {
        merge(GOES, STAYS);
        FollowingItems.some();
        String published = aNewsItem().tagged("tag-0").exists();
        String draft = aNewsItem().tagged(GOES.toString(), "tag-2").unpublished().exists();
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("tags", List.of("tag-0")))
                .patch(NEWS + "/{id}", ManyNews.item(0))
                .then()
                .statusCode(200);

        FollowingItems.all();

        when().get(NEWS + "/{id}", published).then().body("tags.slug", contains("tag-1"));
        for (String copy : List.of(draft, ManyNews.item(0).toString())) {
            Logins.editor()
                    .get(NEWS + "/{id}?state=draft", copy)
                    .then()
                    .statusCode(200)
                    .body("tags.slug", hasItem("tag-1"));
        }
        when().get(TAGS + "/{id}", GOES).then().statusCode(404);
    }

    @Test
    void an_item_that_carries_the_tag_is_edited_meanwhile_as_ever() {
        merge(GOES, STAYS);

        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("title", "New"))
                .patch(NEWS + "/{id}", ManyNews.item(ITEMS - 1))
                .then()
                .statusCode(200)
                .body("tags.slug", contains("tag-0", "tag-2"));
    }

    @Test
    void asked_again_it_goes_on_and_does_not_begin_anew() {
        merge(GOES, STAYS);
        FollowingItems.some();

        merge(GOES, STAYS).statusCode(202).body("processed", equalTo(AT_ONCE));
    }

    @Test
    void a_tag_on_its_way_goes_no_other() {
        merge(GOES, STAYS);

        merge(GOES, ManyNews.tag(2)).statusCode(409).body("code", equalTo("INVALID_STATE"));
        delete(GOES).statusCode(409).body("code", equalTo("INVALID_STATE"));
        merge(ManyNews.tag(2), GOES).statusCode(409).body("code", equalTo("INVALID_STATE"));
    }

    @Test
    void a_tag_that_items_are_on_their_way_to_stays() {
        merge(GOES, STAYS);

        merge(STAYS, ManyNews.tag(2)).statusCode(409).body("code", equalTo("INVALID_STATE"));
        delete(STAYS).statusCode(409).body("code", equalTo("INVALID_STATE"));
        retagging(GOES).body("state", equalTo("RUNNING"));
    }

    @Test
    void another_tag_may_be_merged_into_the_same_meanwhile() {
        merge(GOES, STAYS);

        merge(ManyNews.tag(2), STAYS).statusCode(200);
        FollowingItems.all();

        item(1).body("tags.slug", contains("tag-1"));
        when().get(TAGS).then().body("items.slug", contains("tag-1"));
    }

    @Test
    void a_tag_that_is_deleted_is_taken_from_each_item_first() throws Exception {
        delete(GOES)
                .statusCode(202)
                .header("Location", endsWith(TAGS + "/" + GOES + "/retagging"))
                .body("into", nullValue())
                .body("total", equalTo(ITEMS));
        FollowingItems.some();
        item(0).body("tags.slug", contains("tag-1"));
        item(ITEMS - 1).body("tags.slug", contains("tag-0", "tag-2"));

        FollowingItems.all();

        retagging(GOES).body("state", equalTo("DONE"));
        item(ITEMS - 1).body("tags.slug", contains("tag-2"));
        when().get(TAGS + "/tag-0").then().statusCode(404);
        when().get(NEWS + "?tag=tag-0").then().statusCode(200).body("items", empty());
        assertThat(changes("kind = 'TAG' and what = 'deleted'"), equalTo(1L));
    }

    @Test
    void without_force_it_is_not_even_begun() {
        Logins.editor()
                .header("If-Match", "*")
                .delete(TAGS + "/{id}", GOES)
                .then()
                .statusCode(409)
                .body("context.items", equalTo(ITEMS));

        retagging(GOES).statusCode(404);
    }

    @Test
    void several_nodes_let_each_item_follow_once() throws Exception {
        merge(GOES, STAYS);

        Parallel.times(
                3,
                node -> {
                    FollowingItems.all();
                    return node;
                });
        FollowingItems.all();

        retagging(GOES).body("state", equalTo("DONE")).body("processed", equalTo(ITEMS));
        assertThat(changes("kind = 'NEWS' and what = 'updated'"), equalTo((long) ITEMS));
        assertThat(changes("kind = 'TAG' and what = 'merged'"), equalTo(1L));
    }

    @Test
    void two_who_ask_at_once_are_told_of_the_same_or_to_ask_again() throws Exception {
        Logins.editor();
        List<Integer> answers = Parallel.times(2, n -> merge(GOES, STAYS).extract().statusCode());

        assertThat(answers, hasItem(202));
        FollowingItems.all();
        assertThat(changes("kind = 'TAG' and what = 'merged'"), equalTo(1L));
    }

    @Test
    void the_audit_log_says_who_began_it_and_that_it_came_to_its_end() {
        merge(GOES, STAYS);
        FollowingItems.all();

        Logins.admin()
                .get("/api/v1/audit?resourceId=" + GOES)
                .then()
                .body("items.action", contains("Retagging_MERGE", "RetaggingResource_merge"))
                .body("items.findAll { it.actor == 'an-editor' }", hasSize(2));
    }

    @Test
    void what_waits_ready_shows_the_items_that_have_followed() {
        String page = NEWS + "?locale=ru&tag=tag-0&limit=1&total=true";
        for (String ready : List.of(page, page)) {
            when().get(ready).then().body("page.total", equalTo(ITEMS));
        }
        merge(GOES, STAYS);

        FollowingItems.some();

        when().get(page).then().body("page.total", lessThan(ITEMS));
    }

    @Test
    void only_editors_see_how_far_it_is() {
        given().get(TAGS + "/{id}/retagging", GOES).then().statusCode(401);
        Logins.author().get(TAGS + "/{id}/retagging", GOES).then().statusCode(403);
        retagging(GOES).statusCode(404);
        retagging(UUID.fromString(aTag().exists())).statusCode(404);
        Logins.editor().get(TAGS + "/tag-0/retagging").then().statusCode(404);
    }
}
