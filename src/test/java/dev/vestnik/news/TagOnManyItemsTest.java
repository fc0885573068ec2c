package dev.vestnik.news;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.SqlRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tag may be on the whole archive: it is merged and deleted by some statements for many items.
@QuarkusTest
class TagOnManyItemsTest {

    /// More than are written at once, four times.
    private static final int ITEMS = 4 * CarriedTags.AT_ONCE + 50;

    private static final String TAGS = "/api/v1/tags";
    private static final String NEWS = "/api/v1/news";

    /// Each item has `tag-0`, and then `tag-1` or `tag-2`.
    @BeforeEach
    void many_items() throws Exception {
        ManyNews.exist(ITEMS, 3);
    }

    private static void merge() {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("into", ManyNews.tag(1)))
                .post(TAGS + "/{id}/merge", ManyNews.tag(0))
                .then()
                .statusCode(200)
                .body("newsCount", equalTo(ITEMS));
    }

    private static List<String> deleted() {
        return SqlRecorder.during(() ->
                Logins.editor()
                        .header("If-Match", "*")
                        .delete(TAGS + "/{id}?force=true", ManyNews.tag(0))
                        .then()
                        .statusCode(204));
    }

    private static ValidatableResponse shown(int item) {
        return when().get(NEWS + "/{id}", ManyNews.item(item)).then().statusCode(200);
    }

    private static ValidatableResponse draft(int item) {
        return Logins.editor()
                .get(NEWS + "/{id}?state=draft", ManyNews.item(item))
                .then()
                .statusCode(200);
    }

    @Test
    void it_is_merged_by_some_statements() {
        List<String> statements = SqlRecorder.during(TagOnManyItemsTest::merge);

        assertThat(statements.toString(), statements.size(), lessThan(ITEMS / 5));
    }

    @Test
    void every_item_has_the_other_tag_once() {
        merge();

        for (int item : List.of(0, ITEMS - 2)) {
            shown(item).body("tags.slug", contains("tag-1"));
            draft(item).body("tags.slug", contains("tag-1"));
        }
        for (int item : List.of(1, ITEMS - 1)) {
            shown(item).body("tags.slug", contains("tag-1", "tag-2"));
            draft(item).body("tags.slug", contains("tag-1", "tag-2"));
        }
        when().get(TAGS + "/tag-2").then().body("newsCount", equalTo(ITEMS / 2));
        given().queryParams("tag", "tag-1", "total", true)
                .get(NEWS)
                .then()
                .body("page.total", equalTo(ITEMS));
    }

    @Test
    void answers_that_were_ready_show_it() {
        String page = NEWS + "?locale=ru&tag=tag-2&limit=1";
        String item = NEWS + "/item-0?locale=ru";
        for (String ready : List.of(page, page, item, item)) {
            when().get(ready).then().statusCode(200);
        }

        merge();

        when().get(page).then().body("items[0].tags.slug", contains("tag-1", "tag-2"));
        when().get(item).then().body("tags.slug", contains("tag-1"));
    }

    @Test
    void whoever_edits_an_item_is_told_that_it_has_changed() {
        String before = draft(0).extract().header("ETag");

        merge();

        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", before)
                .body("{\"title\": \"Over what was merged\"}")
                .patch(NEWS + "/{id}", ManyNews.item(0))
                .then()
                .statusCode(412);
    }

    @Test
    void it_is_deleted_by_some_statements() {
        List<String> statements = deleted();

        assertThat(statements.toString(), statements.size(), lessThan(ITEMS / 5));
        shown(0).body("tags.slug", contains("tag-1"));
        draft(ITEMS - 1).body("tags.slug", contains("tag-2"));
    }
}
