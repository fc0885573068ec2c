package dev.vestnik.tag;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TagDeletionTest {

    private static final String TAG = "/api/v1/tags/{id}";
    private static final String NEWS = "/api/v1/news";

    private static ValidatableResponse delete(String id, boolean force) {
        return Logins.editor()
                .header("If-Match", "*")
                .queryParam("force", force)
                .delete(TAG, id)
                .then();
    }

    @Test
    void a_tag_that_nothing_carries_is_deleted() {
        String id = aTag().slug("water").exists();

        delete(id, false).statusCode(204);

        when().get(TAG, "water").then().statusCode(404);
    }

    @Test
    void a_tag_that_an_item_carries_is_not_deleted() {
        String id = aTag().slug("water").exists();
        aNewsItem().tagged("water").exists();

        delete(id, false)
                .statusCode(409)
                .body("code", equalTo("TAG_IN_USE"))
                .body("context.items", equalTo(1));
    }

    @Test
    void a_draft_uses_its_tags_too() {
        String id = aTag().slug("water").exists();
        aNewsItem().tagged("water").unpublished().exists();

        delete(id, false).statusCode(409);
    }

    @Test
    void what_the_public_still_sees_uses_its_tags_too() {
        String tag = aTag().slug("water").exists();
        String item = aNewsItem().tagged("water").exists();
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"tags\": []}")
                .patch(NEWS + "/{id}", item);

        delete(tag, false).statusCode(409).body("context.items", equalTo(1));
    }

    @Test
    void with_force_it_is_taken_from_every_item() {
        String tag = aTag().slug("water").exists();
        aTag().slug("steppe").exists();
        String item = aNewsItem().tagged("water", "steppe").exists();
        String draft = aNewsItem().tagged("water", "steppe").unpublished().exists();

        delete(tag, true).statusCode(204);

        when().get(NEWS + "/{id}", item).then().body("tags.slug", contains("steppe"));
        Logins.editor()
                .get(NEWS + "/{id}?state=draft", draft)
                .then()
                .body("tags.slug", contains("steppe"));
        when().get(TAG, "water").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/tags",
        "PUT, /api/v1/tags/{id}",
        "PATCH, /api/v1/tags/{id}",
        "DELETE, /api/v1/tags/{id}",
        "POST, /api/v1/tags/{id}/merge"
    })
    void only_editors_write_tags(String method, String path) {
        String id = aTag().exists();
        String address = path.replace("{id}", id);
        String type = method.equals("PATCH") ? "application/merge-patch+json" : JSON.toString();

        given().contentType(type).body("{}").request(method, address).then().statusCode(401);
        Logins.author()
                .contentType(type)
                .body("{}")
                .request(method, address)
                .then()
                .statusCode(403);
        Logins.privacyOfficer()
                .contentType(type)
                .body("{}")
                .request(method, address)
                .then()
                .statusCode(403);
    }
}
