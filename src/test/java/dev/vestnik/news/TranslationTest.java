package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TranslationTest {

    private static final String ITEM = "/api/v1/news/{id}";

    @Test
    void starts_a_draft_in_the_same_group_with_the_originals_tags() {
        aTag().slug("water").exists();
        String id = aNewsItem().tagged("water").exists();

        translated(id, "kk", "Судың деңгейі")
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("locale", equalTo("kk"))
                .body("slug", equalTo("sudyn-dengeyi"))
                .body("translationGroup", equalTo(id))
                .body("tags.slug", contains("water"));
    }

    @Test
    void the_public_sees_a_translation_once_it_is_published() {
        String id = aNewsItem().exists();
        String translation = translated(id, "en", "Water").extract().path("id");
        given().queryParam("include", "translations")
                .get(ITEM, id)
                .then()
                .body("translations", empty());

        Logins.editor().post(ITEM + "/publish", translation);

        given().queryParam("include", "translations")
                .get(ITEM, id)
                .then()
                .body("translations.locale", contains("en"))
                .body("translations.title", contains("Water"));
    }

    @Test
    void a_change_in_one_locale_touches_no_other() {
        String id = aNewsItem().titled("Русский").exists();
        String translation = translated(id, "en", "English").extract().path("id");
        Logins.editor().post(ITEM + "/publish", translation);
        String before = when().get(ITEM, id).then().extract().asString();

        Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Changed"))
                .patch(ITEM, translation);
        Logins.editor().post(ITEM + "/publish", translation);

        when().get(ITEM, id).then().body(equalTo(before));
    }

    @Test
    void slugs_are_unique_by_locale_and_a_missing_locale_is_not_found() {
        String id = aNewsItem().with("slug", "water").exists();
        String translation =
                Logins.editor()
                        .contentType(JSON)
                        .body(Map.of("locale", "en", "title", "Water", "slug", "water"))
                        .post(ITEM + "/translations", id)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        given().queryParam("locale", "en").get(ITEM, "water").then().statusCode(404);

        Logins.editor().post(ITEM + "/publish", translation);

        given().queryParam("locale", "en")
                .get(ITEM, "water")
                .then()
                .body("id", equalTo(translation));
        given().queryParam("locale", "ru").get(ITEM, "water").then().body("id", equalTo(id));
    }

    @Test
    void a_group_has_one_item_in_a_locale() {
        String id = aNewsItem().exists();
        translated(id, "en", "Water").statusCode(201);

        translated(id, "en", "Water again").statusCode(409).body("code", equalTo("CONFLICT"));
        translated(id, "ru", "Вода").statusCode(409);
        translated(id, "xx", "?").statusCode(422);
    }

    private static ValidatableResponse translated(String id, String locale, String title) {
        return Logins.editor()
                .contentType(JSON)
                .body(Map.of("locale", locale, "title", title))
                .post(ITEM + "/translations", id)
                .then();
    }
}
