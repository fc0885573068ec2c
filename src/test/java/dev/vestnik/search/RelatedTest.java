package dev.vestnik.search;

import static dev.vestnik.search.Searches.about;
import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which items stand below one as being like it.
@QuarkusTest
class RelatedTest {

    private String caspian;

    @BeforeEach
    void an_item_about_the_caspian() {
        Searches.catchUp();
        aTag().slug("more").exists();
        caspian =
                aNewsItem()
                        .titled("Каспийское море отступает от берегов")
                        .with("slug", "kaspiy")
                        .with("summary", "Побережье ждёт адаптация к изменению климата.")
                        .body(
                                "html",
                                "<p>Каспий мелеет. Учёные измерили побережье Каспия и изменение климата.</p>")
                        .tagged("more")
                        .exists();
    }

    @Test
    void an_item_is_related_by_the_words_of_its_text_in_any_form() {
        about("Как изменится климат Каспийского побережья").exists();
        about("Открыта новая школа").exists();

        related(caspian)
                .body("items.title", contains("Как изменится климат Каспийского побережья"))
                .body("items[0].body", nullValue());
        given().queryParam("include", "related")
                .get("/api/v1/news/{id}", caspian)
                .then()
                .body("related.title", contains("Как изменится климат Каспийского побережья"));
    }

    @Test
    void an_item_is_related_by_its_tags() {
        about("Открыта новая школа").tagged("more").exists();

        related(caspian).body("items.title", contains("Открыта новая школа"));
    }

    @Test
    void the_most_alike_goes_first() {
        about("Климат меняется на побережье").exists();
        about("Каспийское море: побережье и климат").tagged("more").exists();

        related(caspian)
                .body(
                        "items.title",
                        contains(
                                "Каспийское море: побережье и климат",
                                "Климат меняется на побережье"));
    }

    @Test
    void what_is_not_public_is_related_to_nothing() {
        about("Каспийское побережье и климат").unpublished().exists();
        String shown = about("Климат и побережье Каспия").exists();
        related(caspian).body("items.title", contains("Климат и побережье Каспия"));

        Logins.editor()
                .contentType(JSON)
                .body(Map.of())
                .post("/api/v1/news/{id}/unpublish", shown)
                .then()
                .statusCode(200);

        given().get("/api/v1/news/{id}/related", caspian)
                .then()
                .statusCode(200)
                .body("items", empty());
        given().get("/api/v1/news/{id}/related", shown).then().statusCode(410);
    }

    @Test
    void an_item_is_related_to_those_in_its_locale_alone() {
        about("Каспийское побережье и климат").in("kk").exists();

        related(caspian).body("items", empty());
    }

    @Test
    void what_the_index_has_not_heard_of_is_related_by_tags() {
        aTag().slug("step").exists();
        about("Школа в степи").tagged("step").exists();
        String fresh = about("Больница в степи").tagged("step").exists();

        given().get("/api/v1/news/{id}/related", fresh)
                .then()
                .body("items.title", contains("Школа в степи"));
    }

    @Test
    void of_what_the_index_has_not_heard_of_those_with_most_of_its_tags_go_first() {
        aTag().slug("step").exists();
        aTag().slug("school").exists();
        about("Обе метки").tagged("school", "step").publishedAt("2026-01-01T08:00:00Z").exists();
        about("Старше").tagged("step", "more").publishedAt("2026-01-02T08:00:00Z").exists();
        about("Новее").tagged("school").publishedAt("2026-01-03T08:00:00Z").exists();
        about("Тогда же").tagged("school").publishedAt("2026-01-03T08:00:00Z").exists();
        about("Без меток").publishedAt("2026-01-04T08:00:00Z").exists();
        about("По-казахски").in("kk").tagged("step", "school").exists();
        about("Черновик").tagged("step", "school").unpublished().exists();
        String fresh = about("Школа в степи").tagged("step", "school").exists();

        given().get("/api/v1/news/{id}/related", fresh)
                .then()
                .statusCode(200)
                .body("items.title", contains("Обе метки", "Тогда же", "Новее", "Старше"));
        given().queryParam("limit", 1)
                .get("/api/v1/news/{id}/related", fresh)
                .then()
                .body("items.title", contains("Обе метки"));
    }

    /// More than a word or a tag may be on that tells what an item is about.
    private static final int MANY = 41;

    @Test
    void words_that_very_many_have_tell_nothing() {
        for (int i = 0; i < MANY; i++) {
            aNewsItem()
                    .titled("Ничего больше " + i)
                    .body("html", "<p>Биржа закрыла торги. Биржа закрыла торги.</p>")
                    .exists();
        }
        about("Стерлядь в Жайыке: нерест").exists();
        String id =
                aNewsItem()
                        .titled("Биржа закрыла торги")
                        .body("html", "<p>Стерлядь в Жайыке ждёт нереста. Биржа закрыла торги.</p>")
                        .exists();

        related(id).body("items.title", contains("Стерлядь в Жайыке: нерест"));
    }

    @Test
    void a_tag_that_very_many_carry_fills_up_with_the_newest_what_others_leave() {
        aTag().slug("sturgeon").exists();
        for (int i = 0; i < MANY; i++) {
            about("Весь архив " + i)
                    .tagged("more")
                    .publishedAt("2026-02-01T08:%02d:00Z".formatted(i))
                    .exists();
        }
        about("Осётр").tagged("sturgeon").publishedAt("2026-01-01T08:00:00Z").exists();
        String id = about("Стерлядь").tagged("more", "sturgeon").exists();

        Searches.catchUp();
        given().get("/api/v1/news/{id}/related?limit=3", id)
                .then()
                .body(
                        "items.title",
                        contains("Осётр", "Каспийское море отступает от берегов", "Весь архив 40"));
    }

    @Test
    void what_has_become_common_tells_nothing_any_more() {
        about("Первая").tagged("more").publishedAt("2026-01-01T08:00:00Z").exists();
        String id = about("Стерлядь").tagged("more").exists();
        related(id).body("items", hasSize(2));
        aTag().slug("sturgeon").exists();
        for (int i = 0; i < MANY; i++) {
            about("Весь архив " + i).tagged("more").exists();
        }
        about("Осётр").tagged("sturgeon").publishedAt("2026-01-01T08:00:00Z").exists();
        String other = about("Белуга").tagged("more", "sturgeon").exists();

        related(other).body("items[0].title", equalTo("Осётр"));
    }

    @Test
    void is_asked_by_slug_too_and_for_as_many_as_are_wanted() {
        for (int i = 0; i < 3; i++) {
            about("Каспийское побережье и климат " + i).exists();
        }
        Searches.catchUp();

        given().get("/api/v1/news/kaspiy/related?locale=ru&limit=2")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body("items", hasSize(2))
                .body("page.limit", equalTo(2))
                .body("page.next", nullValue());
        given().get("/api/v1/news/kaspiy/related?limit=21").then().statusCode(400);
        given().get("/api/v1/news/nothing/related").then().statusCode(404);
    }

    private static ValidatableResponse related(String id) {
        Searches.catchUp();
        return given().get("/api/v1/news/{id}/related", id).then().statusCode(200);
    }
}
