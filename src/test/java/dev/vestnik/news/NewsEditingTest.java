package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.testing.Parallel;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsEditingTest {

    private static final String ITEM = "/api/v1/news/{id}";
    private static final String MERGE_PATCH = "application/merge-patch+json; charset=UTF-8";

    private static Response put(String id, String ifMatch, String title) {
        return Logins.editor()
                .contentType(JSON)
                .header("If-Match", ifMatch)
                .body(aNewsItem().titled(title).input())
                .put(ITEM, id);
    }

    private static ValidatableResponse patch(String id, String patch) {
        return Logins.editor()
                .contentType(MERGE_PATCH)
                .header("If-Match", "*")
                .body(patch)
                .patch(ITEM, id)
                .then();
    }

    private static Response draft(String id) {
        return Logins.editor().queryParam("state", "draft").get(ITEM, id);
    }

    @Test
    void a_put_with_the_etag_that_was_read_replaces_the_draft() {
        String id = aNewsItem().with("author", "Редакция").unpublished().exists();
        String etag = draft(id).header("ETag");

        put(id, etag, "Новое")
                .then()
                .statusCode(200)
                .body("title", equalTo("Новое"))
                .body("author", nullValue())
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\"", "\"7\", \"0\"", "\"0-0123456789abcdef\""})
    void a_put_may_name_the_version_alone_or_any(String ifMatch) {
        String id = aNewsItem().unpublished().exists();

        put(id, ifMatch, "Новое").then().statusCode(200).body("version", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void a_change_needs_if_match(String method) {
        String id = aNewsItem().unpublished().exists();

        Logins.editor()
                .contentType(method.equals("PATCH") ? MERGE_PATCH : "application/json")
                .body(aNewsItem().input())
                .request(method, ITEM, id)
                .then()
                .statusCode(428)
                .body("code", equalTo("PRECONDITION_REQUIRED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "0", "1", "W/\"1\"", "\"01\"", "\"\"", "garbage", "\"1"})
    void a_stale_or_garbled_if_match_is_told_the_present_version(String ifMatch) {
        String id = aNewsItem().unpublished().exists();
        put(id, "\"0\"", "Первое");

        put(id, ifMatch, "Второе")
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"")
                .body("code", equalTo("STALE_VERSION"))
                .body("context.version", equalTo(1));
    }

    @RepeatedTest(20)
    void of_eight_changes_of_one_version_exactly_one_wins() throws Exception {
        String id = aNewsItem().unpublished().exists();
        String token = Logins.token("an-editor", Role.EDITOR);

        List<Integer> statuses =
                Parallel.times(
                        8,
                        n ->
                                RestAssured.given()
                                        .auth()
                                        .oauth2(token)
                                        .contentType(JSON)
                                        .header("If-Match", "\"0\"")
                                        .body(aNewsItem().titled("Из потока " + n).input())
                                        .put(ITEM, id)
                                        .statusCode());

        assertThat(statuses, containsInAnyOrder(200, 412, 412, 412, 412, 412, 412, 412));
        draft(id).then().body("version", equalTo(1));
    }

    @Test
    void a_patch_changes_what_it_names_and_nothing_else() {
        String id = aNewsItem().titled("Вода").with("author", "Редакция").unpublished().exists();

        patch(id, "{\"title\": \"Степь\"}")
                .statusCode(200)
                .body("title", equalTo("Степь"))
                .body("slug", equalTo("voda"))
                .body("author", equalTo("Редакция"))
                .body("summary", equalTo("Учёт показал рост за год."));
    }

    @Test
    void null_in_a_patch_removes() {
        aTag().slug("water").exists();
        String id =
                aNewsItem()
                        .with("author", "Редакция")
                        .with("seo", java.util.Map.of("title", "T", "noindex", true))
                        .tagged("water")
                        .unpublished()
                        .exists();

        patch(id, "{\"author\": null, \"tags\": null, \"seo\": {\"title\": null}}")
                .statusCode(200)
                .body("author", nullValue())
                .body("tags", empty())
                .body("seo.title", nullValue())
                .body("seo.noindex", equalTo(true));
    }

    @Test
    void a_patch_that_removes_what_is_needed_breaks_a_rule() {
        String id = aNewsItem().unpublished().exists();

        patch(id, "{\"title\": null, \"body\": {\"format\": null}}")
                .statusCode(422)
                .body("errors.pointer", contains("/body/format", "/title"));
    }

    @Test
    void a_patch_with_an_unknown_member_is_refused() {
        String id = aNewsItem().unpublished().exists();

        patch(id, "{\"status\": \"PUBLISHED\"}")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"))
                .body("errors.pointer", contains("/status"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"a\"", "1"})
    void a_patch_that_is_no_object_is_refused(String patch) {
        String id = aNewsItem().unpublished().exists();

        patch(id, patch).statusCode(400).body("code", equalTo("INVALID_TYPE"));
    }

    @Test
    void a_patch_of_the_body_is_rendered_anew() {
        String id = aNewsItem().unpublished().exists();

        patch(id, "{\"body\": {\"content\": \"<h2>Иначе</h2>\"}}")
                .body("bodyText", equalTo("Иначе"))
                .body("toc.text", contains("Иначе"));
    }

    @Test
    void an_empty_patch_changes_nothing_of_the_content() {
        String id = aNewsItem().titled("Вода").unpublished().exists();

        patch(id, "{}").statusCode(200).body("title", equalTo("Вода"));
    }

    @Test
    void the_locale_stays() {
        String id = aNewsItem().unpublished().exists();

        patch(id, "{\"locale\": \"kk\"}")
                .statusCode(422)
                .body("errors.code", contains("LOCALE_FIXED"));
    }

    @Test
    void the_slug_of_a_draft_that_was_renamed_is_free_again() {
        String id = aNewsItem().with("slug", "water").unpublished().exists();
        patch(id, "{\"slug\": \"steppe\"}");

        aNewsItem().with("slug", "water").created().body("slug", equalTo("water"));
    }

    @Test
    void a_draft_cannot_take_the_slug_of_another() {
        aNewsItem().with("slug", "water").unpublished().exists();
        String id = aNewsItem().unpublished().exists();

        patch(id, "{\"slug\": \"water\"}").statusCode(409).body("code", equalTo("SLUG_TAKEN"));
    }

    @Test
    void a_change_of_a_published_item_is_not_public_until_it_is_published_again() {
        String id = aNewsItem().titled("Вода").exists();
        patch(id, "{\"title\": \"Степь\", \"body\": {\"content\": \"<p>Иначе</p>\"}}");

        when().get(ITEM, id)
                .then()
                .body("title", equalTo("Вода"))
                .body("bodyText", equalTo("Поголовье сайгака выросло."));
    }

    @Test
    void the_newsroom_sees_the_pending_change_with_state_draft() {
        String id = aNewsItem().titled("Вода").exists();
        patch(id, "{\"title\": \"Степь\"}");

        draft(id).then().body("title", equalTo("Степь")).body("status", equalTo("PUBLISHED"));
    }

    @Test
    void the_public_may_not_see_the_pending_change() {
        String id = aNewsItem().exists();

        when().get(ITEM + "?state=draft", id).then().statusCode(401);
    }

    @Test
    void a_pending_change_becomes_public_with_publish() {
        String id = aNewsItem().titled("Вода").publishedAt("2026-01-01T08:00:00Z").exists();
        patch(id, "{\"title\": \"Степь\"}");
        Logins.editor().noContentType().post(ITEM + "/publish", id).then().statusCode(200);

        when().get(ITEM, id)
                .then()
                .body("title", equalTo("Степь"))
                .body("publishedAt", equalTo("2026-01-01T08:00:00Z"));
    }

    @Test
    void a_pending_change_of_the_tags_is_not_public() {
        aTag().slug("water").exists();
        String id = aNewsItem().exists();
        patch(id, "{\"tags\": [\"water\"]}");

        when().get("/api/v1/news?tag=water").then().body("items", empty());
    }
}
