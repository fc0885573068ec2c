package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevisionTest {

    private static final String REVISIONS = "/api/v1/news/{id}/revisions";

    @Test
    void each_save_is_one_with_its_editor() {
        String id = aNewsItem().titled("Первый").exists();
        patched(id, Map.of("title", "Второй"));

        Logins.editor()
                .get(REVISIONS, id)
                .then()
                .statusCode(200)
                .body("items.number", contains(2, 1))
                .body("items.content.title", contains("Второй", "Первый"))
                .body("items.editor", contains("an-editor", "an-editor"));
    }

    @Test
    void publishing_is_no_save() {
        String id = aNewsItem().exists();
        Logins.editor().post("/api/v1/news/{id}/publish", id);

        Logins.editor().get(REVISIONS, id).then().body("items", hasSize(1));
    }

    @Test
    void pages_go_on_by_cursor() {
        String id = aNewsItem().exists();
        patched(id, Map.of("title", "Второй"));
        patched(id, Map.of("title", "Третий"));
        String next =
                Logins.editor()
                        .queryParam("limit", 2)
                        .get(REVISIONS, id)
                        .then()
                        .extract()
                        .path("page.next");

        Logins.editor()
                .queryParams("limit", 2, "cursor", next)
                .get(REVISIONS, id)
                .then()
                .body("items.number", contains(1));
    }

    @Test
    void a_diff_names_fields_and_marks_the_words_of_the_body() {
        String id = aNewsItem().titled("Один").body("html", "<p>было тихо вчера</p>").exists();
        patched(
                id,
                Map.of(
                        "title",
                        "Два",
                        "body",
                        Map.of("format", "html", "content", "<p>было шумно вчера</p>")));

        Logins.editor()
                .get(REVISIONS + "/2/diff?against=1", id)
                .then()
                .statusCode(200)
                .body("changes.field", contains("title", "body"))
                .body("changes[0].before", equalTo("Один"))
                .body("changes[0].after", equalTo("Два"))
                .body("changes[1].words.kind", contains("KEPT", "REMOVED", "ADDED", "KEPT"))
                .body("changes[1].words.text", hasItem("шумно "));
    }

    @Test
    void to_restore_makes_a_new_one_and_leaves_the_public_alone() {
        String id = aNewsItem().titled("Старый").exists();
        patched(id, Map.of("title", "Новый"));
        Logins.editor().post("/api/v1/news/{id}/publish", id);

        Logins.editor()
                .post(REVISIONS + "/1/restore", id)
                .then()
                .statusCode(200)
                .body("title", equalTo("Старый"));

        Logins.editor()
                .get(REVISIONS, id)
                .then()
                .body("items.content.title", contains("Старый", "Новый", "Старый"));
        when().get("/api/v1/news/{id}", id).then().body("title", equalTo("Новый"));
    }

    @Test
    void two_editors_change_one_item_and_the_second_learns_what_differs() {
        String id = aNewsItem().exists();
        String seen =
                Logins.editor()
                        .queryParam("state", "draft")
                        .get("/api/v1/news/{id}", id)
                        .then()
                        .extract()
                        .header("ETag");
        patched(id, Map.of("title", "Правка первого"));

        Logins.as("second-editor", dev.vestnik.access.Role.EDITOR)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", seen)
                .body(Map.of("summary", "Правка второго"))
                .patch("/api/v1/news/{id}", id)
                .then()
                .statusCode(412)
                .body("context.changed", contains("title"));

        Logins.editor()
                .queryParam("state", "draft")
                .get("/api/v1/news/{id}", id)
                .then()
                .body("title", equalTo("Правка первого"));
    }

    @Test
    void another_authors_saves_are_hidden() {
        String id = aNewsItem().unpublished().exists();

        Logins.author().get(REVISIONS, id).then().statusCode(404);
        when().get(REVISIONS, id).then().statusCode(401);
    }

    @Test
    void a_number_that_is_none_is_not_found() {
        String id = aNewsItem().exists();

        for (String number : new String[] {"0", "-1", "x", "99", "99999999999"}) {
            Logins.editor().get(REVISIONS + "/" + number, id).then().statusCode(404);
        }
    }

    private static ValidatableResponse patched(String id, Map<String, Object> patch) {
        return Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(patch)
                .patch("/api/v1/news/{id}", id)
                .then()
                .statusCode(200);
    }
}
