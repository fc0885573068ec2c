package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewsVerbsTest {

    private static final String ITEM = "/api/v1/news/{id}";

    @Inject Trash trash;

    @Test
    void an_author_hands_a_draft_in_and_cannot_change_it_then() {
        String id = anAuthorsDraft();

        Logins.author()
                .post(ITEM + "/submit", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"));

        Logins.author()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Другой"))
                .patch(ITEM, id)
                .then()
                .statusCode(403);
    }

    @Test
    void an_editor_gives_what_was_handed_in_back_to_its_author() {
        String id = anAuthorsDraft();
        Logins.author().post(ITEM + "/submit", id);

        Logins.editor()
                .post(ITEM + "/restore", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));

        Logins.author()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Другой"))
                .patch(ITEM, id)
                .then()
                .statusCode(200);
    }

    @Test
    void only_a_draft_is_handed_in() {
        String id = aNewsItem().exists();

        Logins.editor()
                .post(ITEM + "/submit", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("INVALID_STATE"));
    }

    @Test
    void what_is_archived_is_gone_for_the_public() {
        String id = aNewsItem().exists();

        Logins.editor()
                .post(ITEM + "/archive", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("ARCHIVED"));

        when().get(ITEM, id).then().statusCode(410);
        when().get("/api/v1/news").then().body("items", empty());
    }

    @Test
    void what_is_archived_becomes_a_draft_and_can_be_published_again() {
        String id = aNewsItem().publishedAt("2025-12-10T04:00:00Z").exists();
        Logins.editor().post(ITEM + "/archive", id);
        Logins.editor().post(ITEM + "/restore", id).then().body("status", equalTo("DRAFT"));

        Logins.editor().post(ITEM + "/publish", id).then().statusCode(200);

        when().get(ITEM, id)
                .then()
                .statusCode(200)
                .body("publishedAt", equalTo("2025-12-10T04:00:00Z"));
    }

    @Test
    void a_draft_is_not_archived() {
        String id = aNewsItem().unpublished().exists();

        Logins.editor().post(ITEM + "/archive", id).then().statusCode(409);
    }

    @Test
    void the_trash_can_be_listed_and_restored() {
        String id = aNewsItem().titled("В корзине").exists();
        inTheTrash(id);

        Logins.editor()
                .queryParam("trashed", true)
                .get("/api/v1/news")
                .then()
                .body("items.title", contains("В корзине"));
        Logins.editor()
                .post(ITEM + "/restore", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));
        when().get(ITEM, id).then().statusCode(410);
    }

    @Test
    void what_is_in_the_trash_is_not_published() {
        String id = aNewsItem().unpublished().exists();
        inTheTrash(id);

        Logins.editor().post(ITEM + "/publish", id).then().statusCode(409);
    }

    @Test
    void what_is_in_the_trash_is_not_edited() {
        String id = aNewsItem().unpublished().exists();
        inTheTrash(id);

        Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Другой"))
                .patch(ITEM, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("INVALID_STATE"));
    }

    @Test
    void the_trash_is_emptied_after_thirty_days_and_the_old_address_stays_gone() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        String id = aNewsItem().with("slug", "was-public").exists();
        inTheTrash(id);
        TestClock.advance(Duration.ofDays(29));
        trash.empty();
        Logins.editor().queryParam("state", "draft").get(ITEM, id).then().statusCode(200);

        TestClock.advance(Duration.ofDays(1));
        trash.empty();

        Logins.editor().queryParam("state", "draft").get(ITEM, id).then().statusCode(404);
        when().get(ITEM, id).then().statusCode(410);
        when().get(ITEM, "was-public")
                .then()
                .statusCode(410)
                .body("title", equalTo("What was here has been withdrawn"));
        Logins.editor()
                .contentType(JSON)
                .body(aNewsItem().with("slug", "was-public").input())
                .post("/api/v1/news")
                .then()
                .statusCode(409);
    }

    @Test
    void only_an_administrator_does_away_with_an_item_at_once_and_only_from_the_trash() {
        String id = aNewsItem().unpublished().exists();

        Logins.admin()
                .header("If-Match", "*")
                .delete(ITEM + "?purge=true", id)
                .then()
                .statusCode(409);
        inTheTrash(id);
        Logins.editor()
                .header("If-Match", "*")
                .delete(ITEM + "?purge=true", id)
                .then()
                .statusCode(403);
        Logins.admin()
                .header("If-Match", "*")
                .delete(ITEM + "?purge=true", id)
                .then()
                .statusCode(204);

        Logins.editor().queryParam("state", "draft").get(ITEM, id).then().statusCode(404);
    }

    @Test
    void a_correction_shows_with_the_next_publication() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String id = aNewsItem().exists();

        Logins.editor()
                .contentType(JSON)
                .body(Map.of("text", "Уточнена дата."))
                .post(ITEM + "/corrections", id)
                .then()
                .statusCode(200);

        when().get(ITEM, id).then().body("corrections", empty());
        Logins.editor().post(ITEM + "/publish", id);
        when().get(ITEM, id)
                .then()
                .body("corrections[0].text", equalTo("Уточнена дата."))
                .body("corrections[0].at", equalTo("2026-03-01T08:00:00Z"))
                .body("corrections[1]", nullValue());
    }

    private static String anAuthorsDraft() {
        return Logins.author()
                .contentType(JSON)
                .body(aNewsItem().input())
                .post("/api/v1/news")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse inTheTrash(String id) {
        return Logins.editor().header("If-Match", "*").delete(ITEM, id).then().statusCode(204);
    }
}
