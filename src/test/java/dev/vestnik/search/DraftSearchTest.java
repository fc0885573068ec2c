package dev.vestnik.search;

import static dev.vestnik.search.Searches.about;
import static dev.vestnik.search.Searches.search;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the newsroom finds among its working copies, and nobody else.
@QuarkusTest
class DraftSearchTest {

    private static final Map<String, String> DRAFTS = Map.of("q", "сайгак", "state", "draft");

    @BeforeEach
    void begin_with_an_empty_index() {
        Searches.catchUp();
    }

    @Test
    void editors_find_every_working_copy_as_it_is_now() {
        about("Черновик о сайгаках").unpublished().exists();
        String published = about("Сайгак опубликован").exists();
        patch(published, "Сайгак переписан");

        search(Logins.editor(), DRAFTS)
                .header("Cache-Control", containsString("no-store"))
                .body("items.title", containsInAnyOrder("Черновик о сайгаках", "Сайгак переписан"))
                .body("items.find { it.title == 'Черновик о сайгаках' }.status", equalTo("DRAFT"))
                .body("items.find { it.title == 'Черновик о сайгаках' }.publishedAt", nullValue())
                .body("items.find { it.title == 'Сайгак переписан' }.status", equalTo("PUBLISHED"));
        search(Map.of("q", "сайгак"))
                .body("items.title", contains("Сайгак опубликован"))
                .body("items[0].status", nullValue());
    }

    @Test
    void authors_find_their_own_alone() {
        about("Мой сайгак").by(Logins::author).unpublished().exists();
        about("Чужой сайгак").by(Logins::anotherAuthor).unpublished().exists();

        search(Logins.author(), DRAFTS).body("items.title", contains("Мой сайгак"));
    }

    @Test
    void nobody_else_searches_drafts() {
        given().queryParams(DRAFTS).get("/api/v1/search").then().statusCode(401);
        Logins.privacyOfficer().queryParams(DRAFTS).get("/api/v1/search").then().statusCode(403);
        given().queryParams(Map.of("q", "сайгак", "state", "all"))
                .get("/api/v1/search")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("state"));
    }

    @Test
    void what_is_in_the_trash_is_not_found_until_it_is_restored() {
        String id = about("Сайгак").unpublished().exists();
        Logins.editor()
                .header("If-Match", "*")
                .delete("/api/v1/news/{id}", id)
                .then()
                .statusCode(204);
        search(Logins.editor(), DRAFTS).body("items", empty());

        Logins.editor().post("/api/v1/news/{id}/restore", id).then().statusCode(200);

        search(Logins.editor(), DRAFTS).body("items.title", contains("Сайгак"));
    }

    @Test
    void filters_and_facets_count_working_copies() {
        aTag().slug("step").exists();
        about("Сайгак в степи").tagged("step").unpublished().exists();
        about("Сайгак в горах").exists();

        search(
                        Logins.editor(),
                        Map.of("q", "сайгак", "state", "draft", "tag", "step", "facets", "tag"))
                .body("items.title", contains("Сайгак в степи"))
                .body("facets.tag.value", contains("step"));
    }

    @Test
    void a_new_index_has_the_working_copies_too() {
        about("Черновик о сайгаках").unpublished().exists();

        Logins.admin().post("/api/v1/search/reindex").then().statusCode(202);

        search(Logins.editor(), DRAFTS).body("items.title", contains("Черновик о сайгаках"));
    }

    private static void patch(String id, String title) {
        Logins.editor()
                .contentType("application/merge-patch+json; charset=utf-8")
                .accept(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("title", title))
                .patch("/api/v1/news/{id}", id)
                .then()
                .statusCode(200);
    }
}
