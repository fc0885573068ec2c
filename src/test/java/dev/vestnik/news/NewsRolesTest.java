package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsRolesTest {

    private static final String NEWS = "/api/v1/news";
    private static final String ITEM = NEWS + "/{id}";

    private static String draftBy(RequestSpecification author, String title) {
        return author.contentType(JSON)
                .body(aNewsItem().titled(title).input())
                .post(NEWS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void publish(String id) {
        Logins.editor().noContentType().post(ITEM + "/publish", id).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, ''",
        "PUT, /{id}",
        "PATCH, /{id}",
        "DELETE, /{id}",
        "POST, /{id}/publish",
        "POST, /{id}/unpublish"
    })
    void anonymous_writes_need_a_credential(String method, String path) {
        String id = aNewsItem().unpublished().exists();

        given().contentType(
                        method.equals("PATCH")
                                ? "application/merge-patch+json"
                                : "application/json")
                .header("If-Match", "*")
                .body(aNewsItem().input())
                .request(method, NEWS + path.replace("{id}", id))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"vestnik\"")
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, ''",
        "PUT, /{id}",
        "PATCH, /{id}",
        "DELETE, /{id}",
        "POST, /{id}/publish",
        "POST, /{id}/unpublish"
    })
    void a_privacy_officer_writes_no_news(String method, String path) {
        String id = aNewsItem().unpublished().exists();

        Logins.privacyOfficer()
                .contentType(
                        method.equals("PATCH")
                                ? "application/merge-patch+json"
                                : "application/json")
                .header("If-Match", "*")
                .body(aNewsItem().input())
                .request(method, NEWS + path.replace("{id}", id))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void an_author_changes_an_own_draft() {
        String id = draftBy(Logins.author(), "Своё");

        Logins.author()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(aNewsItem().titled("Иначе").input())
                .put(ITEM, id)
                .then()
                .statusCode(200);
    }

    @Test
    void an_author_deletes_an_own_draft() {
        String id = draftBy(Logins.author(), "Своё");

        Logins.author().header("If-Match", "*").delete(ITEM, id).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void to_an_author_the_draft_of_another_is_not_there(String method) {
        String id = draftBy(Logins.anotherAuthor(), "Чужое");

        Logins.author()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(aNewsItem().input())
                .request(method, ITEM, id)
                .then()
                .statusCode(404)
                .body("detail", equalTo("The news item was not found."));
    }

    @Test
    void an_author_cannot_read_the_draft_of_another() {
        String id = draftBy(Logins.anotherAuthor(), "Чужое");

        Logins.author().get(ITEM + "?state=draft", id).then().statusCode(404);
    }

    @Test
    void an_author_cannot_publish() {
        String id = draftBy(Logins.author(), "Своё");

        Logins.author().noContentType().post(ITEM + "/publish", id).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void an_author_cannot_change_what_was_published(String method) {
        String id = draftBy(Logins.author(), "Своё");
        publish(id);

        Logins.author()
                .contentType(JSON)
                .header("If-Match", "*")
                .body(aNewsItem().input())
                .request(method, ITEM, id)
                .then()
                .statusCode(403);
    }

    @Test
    void an_author_cannot_change_what_was_taken_back() {
        String id = draftBy(Logins.author(), "Своё");
        publish(id);
        Logins.editor().noContentType().post(ITEM + "/unpublish", id);

        Logins.author()
                .header("If-Match", "*")
                .delete(ITEM, id)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void an_editor_changes_everybodys_drafts() {
        String id = draftBy(Logins.author(), "Чужое");

        Logins.editor().header("If-Match", "*").delete(ITEM, id).then().statusCode(204);
    }

    @Test
    void an_administrator_does_what_an_editor_does() {
        String id = draftBy(Logins.admin(), "Своё");

        Logins.admin().noContentType().post(ITEM + "/publish", id).then().statusCode(200);
    }

    @Test
    void an_authors_list_of_drafts_shows_only_their_own() {
        draftBy(Logins.anotherAuthor(), "Чужое");
        draftBy(Logins.author(), "Своё");

        Logins.author()
                .get(NEWS + "?status=DRAFT&total=true")
                .then()
                .body("items.title", contains("Своё"))
                .body("page.total", equalTo(1));
    }

    @Test
    void an_authors_list_of_all_states_has_what_is_published_too() {
        publish(draftBy(Logins.anotherAuthor(), "Вышло"));
        draftBy(Logins.anotherAuthor(), "Чужое");
        draftBy(Logins.author(), "Своё");

        Logins.author()
                .get(NEWS + "?status=DRAFT,PUBLISHED")
                .then()
                .body("items.title", containsInAnyOrder("Вышло", "Своё"));
    }

    @Test
    void an_authors_trash_is_their_own() {
        String others = draftBy(Logins.anotherAuthor(), "Чужое");
        String own = draftBy(Logins.author(), "Своё");
        Logins.editor().header("If-Match", "*").delete(ITEM, others);
        Logins.editor().header("If-Match", "*").delete(ITEM, own);

        Logins.author().get(NEWS + "?trashed=true").then().body("items.id", contains(own));
    }

    @Test
    void editors_list_everybodys_items_by_state() {
        draftBy(Logins.author(), "Черновик");
        publish(draftBy(Logins.author(), "Вышло"));

        Logins.editor()
                .get(NEWS + "?status=DRAFT")
                .then()
                .body("items.title", contains("Черновик"))
                .body("items.status", contains("DRAFT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?status=DRAFT", "?trashed=true", "?trashed=false", "?status=PUBLISHED"})
    void the_public_has_no_list_by_state(String query) {
        given().get(NEWS + query).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void a_privacy_officer_has_no_list_by_state() {
        Logins.privacyOfficer().get(NEWS + "?status=DRAFT").then().statusCode(403);
    }

    @Test
    void without_a_state_editors_see_what_the_public_sees() {
        aNewsItem().titled("Вышло").exists();
        aNewsItem().titled("Черновик").unpublished().exists();

        Logins.editor().get(NEWS).then().body("items.title", contains("Вышло"));
    }
}
