package dev.vestnik.tag;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TagBuilder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TagResourceTest {

    private static final String TAGS = "/api/v1/tags";
    private static final String TAG = TAGS + "/{id}";
    private static final String NEWS = "/api/v1/news";

    private static ValidatableResponse post(TagBuilder tag) {
        return Logins.editor().contentType(JSON).body(tag.input()).post(TAGS).then();
    }

    private static ValidatableResponse patch(String id, String patch) {
        return Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(patch)
                .patch(TAG, id)
                .then();
    }

    private static ValidatableResponse merge(String id, String into) {
        return Logins.editor()
                .contentType(JSON)
                .body(Map.of("into", into))
                .post(TAG + "/merge", id)
                .then();
    }

    @Test
    void a_new_tag_comes_back_as_it_was_sent() {
        post(aTag().slug("sajgak")
                        .named("Сайгак")
                        .named("kk", "Ақбөкен")
                        .with("description", Map.of("ru", "Степная антилопа"))
                        .with("aliases", List.of("сайга", "saiga", "сайга")))
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/tags/[0-9a-f-]{36}"))
                .header("ETag", matchesPattern("\"0-[0-9a-f]{16}\""))
                .body("id", matchesPattern("[0-9a-f-]{36}"))
                .body("version", equalTo(0))
                .body("slug", equalTo("sajgak"))
                .body("names", equalTo(Map.of("ru", "Сайгак", "kk", "Ақбөкен")))
                .body("description", equalTo(Map.of("ru", "Степная антилопа")))
                .body("aliases", contains("сайга", "saiga"))
                .body("newsCount", equalTo(0));
    }

    @Test
    void a_slug_is_made_of_the_name_and_made_unique() {
        aTag().named("Вода").exists();

        post(aTag().named("Вода")).body("slug", equalTo("voda-2"));
    }

    @Test
    void refuses_a_slug_that_leads_to_another_tag() {
        aTag().slug("water").exists();

        post(aTag().slug("water")).statusCode(409).body("code", equalTo("SLUG_TAKEN"));
    }

    @Test
    void needs_a_name_in_the_default_locale() {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("names", Map.of("en", "Water")))
                .post(TAGS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/names"))
                .body("errors.code", contains("DEFAULT_LOCALE_MISSING"));
    }

    @Test
    void refuses_a_name_in_a_locale_that_is_not_configured() {
        post(aTag().named("de", "Wasser"))
                .statusCode(422)
                .body("errors.code", contains("UNKNOWN_LOCALE"));
    }

    @ParameterizedTest
    @CsvSource({"'', NOT_BLANK", "' ', NOT_BLANK"})
    void refuses_a_blank_name(String name, String code) {
        post(aTag().named("kk", name))
                .statusCode(422)
                .body("errors.pointer", contains("/names/kk"))
                .body("errors.code", contains(code));
    }

    @Test
    void refuses_a_name_that_is_too_long() {
        post(aTag().named("🐎".repeat(101)))
                .statusCode(422)
                .body("errors.pointer", contains("/names/ru"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Big", "a b", "-a", "вода", "0193b0a0-0000-7000-8000-000000000001"})
    void refuses_a_slug_that_is_none(String slug) {
        post(aTag().slug(slug)).statusCode(422).body("errors.pointer", contains("/slug"));
    }

    @Test
    void a_tag_is_read_by_id_and_by_slug() {
        String id = aTag().slug("water").exists();

        when().get(TAG, id).then().statusCode(200).body("slug", equalTo("water"));
        when().get(TAG, "water").then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void an_unknown_tag_is_not_found() {
        when().get(TAG, "nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        when().get(TAG, "0193b0a0-0000-7000-8000-000000000001").then().statusCode(404);
    }

    @Test
    void counts_published_items_in_the_asked_locale() {
        aTag().slug("water").exists();
        aNewsItem().tagged("water").exists();
        aNewsItem().in("kk").tagged("water").exists();
        aNewsItem().in("kk").tagged("water").exists();
        aNewsItem().tagged("water").unpublished().exists();

        when().get(TAG + "?locale=kk", "water").then().body("newsCount", equalTo(2));
        when().get(TAG + "?locale=en", "water").then().body("newsCount", equalTo(0));
        when().get(TAG, "water").then().body("newsCount", equalTo(3));
        when().get(TAGS + "?locale=ru").then().body("items.newsCount", contains(1));
    }

    @Test
    void lists_tags_by_name_in_the_order_of_the_alphabet() {
        for (String name : new String[] {"Яблоко", "ёлка", "Ель", "Елка", "Жук"}) {
            aTag().named(name).exists();
        }

        when().get(TAGS)
                .then()
                .body("items.names.ru", contains("Елка", "ёлка", "Ель", "Жук", "Яблоко"));
    }

    @Test
    void lists_kazakh_names_in_the_order_of_the_kazakh_alphabet() {
        for (String name : new String[] {"Бала", "Әлем", "Алма", "Қала", "Кітап"}) {
            aTag().named("kk", name).exists();
        }

        when().get(TAGS + "?locale=kk&sort=name")
                .then()
                .body("items.names.kk", contains("Алма", "Әлем", "Бала", "Кітап", "Қала"));
    }

    @Test
    void lists_the_most_used_first_when_asked() {
        aTag().slug("rare").named("А").exists();
        aTag().slug("often").named("Б").exists();
        aTag().slug("never").named("В").exists();
        aNewsItem().tagged("often", "rare").exists();
        aNewsItem().tagged("often").exists();

        when().get(TAGS + "?sort=-newsCount")
                .then()
                .body("items.slug", contains("often", "rare", "never"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ёлк", "ЕЛК", "елк", "yolka", "шырша"})
    void finds_by_part_of_a_name_or_alias_in_any_language(String q) {
        aTag().slug("tree")
                .named("Ёлка")
                .named("kk", "Шырша")
                .with("aliases", List.of("Yolka"))
                .exists();
        aTag().slug("water").named("Вода").exists();

        given().queryParam("q", q).get(TAGS).then().body("items.slug", contains("tree"));
    }

    @Test
    void a_percent_sign_is_no_wildcard() {
        aTag().exists();

        given().queryParam("q", "%").get(TAGS).then().body("items", empty());
    }

    @Test
    void pages_through_tags_forward_and_back() {
        for (String name : new String[] {"А", "Б", "В", "Г", "Д"}) {
            aTag().named(name).exists();
        }
        String second = when().get(TAGS + "?limit=2").path("page.next");

        String first =
                given().queryParam("cursor", second)
                        .get(TAGS + "?limit=2&total=true")
                        .then()
                        .body("items.names.ru", contains("В", "Г"))
                        .body("page.total", equalTo(5))
                        .extract()
                        .path("page.prev");
        given().queryParam("cursor", first)
                .get(TAGS + "?limit=2")
                .then()
                .body("items.names.ru", contains("А", "Б"))
                .body("page.prev", nullValue());
    }

    @Test
    void a_cursor_of_the_news_is_not_one_of_the_tags() {
        aNewsItem().exists();
        aNewsItem().exists();
        String cursor = when().get(NEWS + "?limit=1").path("page.next");

        given().queryParam("cursor", cursor)
                .get(TAGS)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void a_list_has_the_members_that_were_asked_for() {
        aTag().exists();

        when().get(TAGS + "?fields=slug").then().body("items[0].keySet()", equalTo(Set.of("slug")));
    }

    @Test
    void a_put_replaces_a_tag_and_keeps_a_slug_that_is_left_out() {
        String id = aTag().slug("water").with("aliases", List.of("вода")).exists();

        Logins.editor()
                .contentType(JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("names", Map.of("ru", "Новое")))
                .put(TAG, id)
                .then()
                .statusCode(200)
                .body("slug", equalTo("water"))
                .body("names.ru", equalTo("Новое"))
                .body("aliases", empty())
                .body("version", equalTo(1));
    }

    @Test
    void a_patch_removes_with_null() {
        String id = aTag().named("kk", "Су").exists();

        patch(id, "{\"names\": {\"kk\": null}}").body("names.keySet()", equalTo(Set.of("ru")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void a_change_needs_if_match(String method) {
        String id = aTag().exists();

        Logins.editor()
                .contentType(
                        method.equals("PATCH")
                                ? "application/merge-patch+json"
                                : "application/json")
                .body("{\"names\": {\"ru\": \"a\"}}")
                .request(method, TAG, id)
                .then()
                .statusCode(428);
    }

    @Test
    void a_stale_change_is_told_the_present_version() {
        String id = aTag().exists();
        patch(id, "{\"names\": {\"kk\": \"Су\"}}");

        Logins.editor()
                .contentType(JSON)
                .header("If-Match", "\"0\"")
                .body(aTag().input())
                .put(TAG, id)
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"")
                .body("context.version", equalTo(1));
    }

    @Test
    void an_old_slug_leads_to_the_present_one() {
        String id = aTag().slug("water").exists();
        patch(id, "{\"slug\": \"voda\"}");

        given().redirects()
                .follow(false)
                .get(TAG + "?locale=kk", "water")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/api/v1/tags/voda?locale=kk"));
    }

    @Test
    void an_old_slug_is_not_given_to_another_tag() {
        String id = aTag().slug("water").exists();
        patch(id, "{\"slug\": \"voda\"}");

        post(aTag().slug("water")).statusCode(409);
    }

    @Test
    void a_tag_can_have_its_old_slug_back() {
        String id = aTag().slug("water").exists();
        patch(id, "{\"slug\": \"voda\"}");

        patch(id, "{\"slug\": \"water\"}").statusCode(200).body("slug", equalTo("water"));
    }

    @Test
    void merging_moves_items_and_leads_old_slugs_to_the_other() {
        String goes = aTag().slug("voda").named("Вода").with("aliases", List.of("H2O")).exists();
        String stays = aTag().slug("water").named("Воды").exists();
        String first = aNewsItem().tagged("voda").exists();
        String both = aNewsItem().tagged("voda", "water").exists();
        String draft = aNewsItem().tagged("voda").unpublished().exists();

        merge(goes, stays)
                .statusCode(200)
                .body("id", equalTo(stays))
                .body("newsCount", equalTo(2))
                .body("aliases", containsInAnyOrder("Вода", "H2O"));

        when().get(NEWS + "?tag=voda").then().body("items.id", containsInAnyOrder(first, both));
        when().get(NEWS + "/{id}", both).then().body("tags.slug", contains("water"));
        Logins.editor()
                .get(NEWS + "/{id}?state=draft", draft)
                .then()
                .body("tags.slug", contains("water"));
        when().get(TAG, goes).then().statusCode(404);
        given().redirects()
                .follow(false)
                .get(TAG, "voda")
                .then()
                .statusCode(301)
                .header("Location", endsWith("/water"));
    }

    @Test
    void merging_keeps_the_place_among_an_items_tags() {
        String goes = aTag().slug("b").exists();
        aTag().slug("a").exists();
        aTag().slug("c").exists();
        String stays = aTag().slug("d").exists();
        String id = aNewsItem().tagged("a", "b", "c").exists();

        merge(goes, stays);

        when().get(NEWS + "/{id}", id).then().body("tags.slug", contains("a", "d", "c"));
    }

    @Test
    void a_tag_is_not_merged_into_itself() {
        String id = aTag().exists();

        merge(id, id)
                .statusCode(422)
                .body("errors.pointer", contains("/into"))
                .body("errors.code", contains("SAME_TAG"));
    }

    @Test
    void a_tag_is_not_merged_into_one_that_is_not_there() {
        String id = aTag().exists();

        merge(id, "0193b0a0-0000-7000-8000-000000000001")
                .statusCode(422)
                .body("errors.code", hasItem("UNKNOWN_TAG"));
    }
}
