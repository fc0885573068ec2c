package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.NewsItemBuilder;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsWritingTest {

    private static final String NEWS = "/api/v1/news";
    private static final String ITEM = NEWS + "/{id}";

    private static ValidatableResponse post(NewsItemBuilder item) {
        return Logins.editor().contentType(JSON).body(item.input()).post(NEWS).then();
    }

    @Test
    void a_new_item_is_a_draft_with_an_address_and_a_version() {
        post(aNewsItem().titled("Сайгаки в степи"))
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/news/[0-9a-f-]{36}"))
                .header("ETag", matchesPattern("\"0-[0-9a-f]{16}(-gzip)?\""))
                .header("Cache-Control", "private, no-store")
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-.*"))
                .body("version", equalTo(0))
                .body("status", equalTo("DRAFT"))
                .body("slug", equalTo("saygaki-v-stepi"))
                .body("publishedAt", nullValue())
                .body("warnings", empty());
    }

    @Test
    void the_location_leads_to_the_draft() {
        String location = post(aNewsItem().titled("Сайгаки")).extract().header("Location");

        Logins.editor()
                .queryParam("state", "draft")
                .get(location)
                .then()
                .statusCode(200)
                .body("title", equalTo("Сайгаки"));
    }

    @Test
    void a_draft_is_in_no_public_list() {
        aNewsItem().unpublished().exists();

        given().queryParam("total", true)
                .get(NEWS)
                .then()
                .body("items", empty())
                .body("page.total", equalTo(0));
    }

    @Test
    void a_draft_is_not_found_by_its_id() {
        String id = aNewsItem().unpublished().exists();

        when().get(ITEM, id)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"))
                .body("detail", equalTo("The news item was not found."));
    }

    @Test
    void a_draft_is_not_found_by_its_slug() {
        aNewsItem().with("slug", "secret").unpublished().exists();

        when().get(ITEM, "secret").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void a_draft_is_nobodys_neighbour() {
        String id = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().titled("Draft").unpublished().exists();

        when().get(ITEM, id)
                .then()
                .body("$", hasKey("next"))
                .body("previous", nullValue())
                .body("next", nullValue());
    }

    @Test
    void a_draft_does_not_count_for_its_tags() {
        String tag = aTag().slug("water").exists();
        aNewsItem().tagged("water").unpublished().exists();

        when().get("/api/v1/tags/{id}", tag).then().body("newsCount", equalTo(0));
    }

    @Test
    void every_field_comes_back_as_it_was_sent() {
        TestClock.stopAt("2025-12-10T05:00:00Z");
        aTag().slug("water").named("Вода").exists();
        aTag().slug("steppe").named("Степь").named("kk", "Дала").exists();
        NewsItemBuilder item =
                aNewsItem()
                        .in("kk")
                        .titled("  Қазақстан   даласы ")
                        .with("summary", "Қысқаша")
                        .body("html", "<p>Мәтін</p>")
                        .tagged("steppe", "water")
                        .with("slug", "dala")
                        .with("author", "Айгүл")
                        .with("source", Map.of("name", "Kazinform", "url", "https://inform.kz/"))
                        .with(
                                "cover",
                                Map.of(
                                        "url", "https://example.org/a.jpg",
                                        "alt", "Бөкен",
                                        "caption", "Далада",
                                        "credit", "Фото",
                                        "width", 1600,
                                        "height", 900))
                        .with(
                                "seo",
                                Map.of(
                                        "title", "SEO",
                                        "description", "Сипаттама",
                                        "canonicalUrl", "https://example.org/c",
                                        "noindex", true))
                        .with("featuredUntil", "2026-01-01T06:00:00+06:00");

        post(item)
                .statusCode(201)
                .body("locale", equalTo("kk"))
                .body("title", equalTo("Қазақстан   даласы"))
                .body("summary", equalTo("Қысқаша"))
                .body("body", equalTo("<p>Мәтін</p>"))
                .body("bodySource.format", equalTo("html"))
                .body("bodySource.content", equalTo("<p>Мәтін</p>"))
                .body("tags.slug", contains("steppe", "water"))
                .body("tags.name", contains("Дала", "Вода"))
                .body("tags.locale", contains("kk", "ru"))
                .body("slug", equalTo("dala"))
                .body("author", equalTo("Айгүл"))
                .body("source.name", equalTo("Kazinform"))
                .body("source.url", equalTo("https://inform.kz/"))
                .body("cover.url", equalTo("https://example.org/a.jpg"))
                .body("cover.alt", equalTo("Бөкен"))
                .body("cover.caption", equalTo("Далада"))
                .body("cover.credit", equalTo("Фото"))
                .body("cover.width", equalTo(1600))
                .body("cover.height", equalTo(900))
                .body("seo.title", equalTo("SEO"))
                .body("seo.description", equalTo("Сипаттама"))
                .body("seo.canonicalUrl", equalTo("https://example.org/c"))
                .body("seo.noindex", equalTo(true))
                .body("featuredUntil", equalTo("2026-01-01T00:00:00Z"))
                .body("createdAt", equalTo("2025-12-10T05:00:00Z"))
                .body("updatedAt", equalTo("2025-12-10T05:00:00Z"))
                .body("displayDate", equalTo("2025 ж. 10 желтоқсан"))
                .body("corrections", empty())
                .body("translationGroup", notNullValue())
                .body("links.html", equalTo("http://localhost:8080/kk/news/dala"));
    }

    @Test
    void an_html_body_becomes_blocks_text_and_contents() {
        post(aNewsItem().body("html", "<p>Один</p><h2>Что дальше</h2><ul><li>два</li></ul>"))
                .body("blocks.type", contains("paragraph", "heading", "list"))
                .body("blocks[1].text", equalTo("Что дальше"))
                .body("toc.text", contains("Что дальше"))
                .body("toc[0].level", equalTo(2))
                .body("body", containsString("<h2 id=\""))
                .body("bodyText", equalTo("Один\n\nЧто дальше\n\nдва"))
                .body("readingMinutes", equalTo(1));
    }

    @Test
    void a_markdown_body_becomes_html() {
        post(aNewsItem().body("markdown", "Один **два**\n\n## Дальше\n"))
                .body("body", containsString("<strong>два</strong>"))
                .body("blocks.type", contains("paragraph", "heading"))
                .body("bodySource.format", equalTo("markdown"))
                .body("toc.text", contains("Дальше"));
    }

    @Test
    void a_script_is_taken_out_and_told_of() {
        post(aNewsItem().body("html", "<p onclick=\"x()\">Один</p><script>alert(1)</script>"))
                .body("body", equalTo("<p>Один</p>"))
                .body("warnings", contains(containsString("script")));
    }

    @Test
    void a_body_without_words_takes_no_time_to_read() {
        post(aNewsItem().body("html", "")).statusCode(201).body("readingMinutes", equalTo(0));
    }

    @Test
    void warns_of_what_an_editor_should_know() {
        post(aNewsItem().with("summary", null).with("cover", Map.of("url", "/a.jpg")))
                .body(
                        "warnings",
                        contains("There is no summary", "The cover has no alternative text"));
    }

    @Test
    void warns_of_a_slug_that_was_made_unique() {
        aNewsItem().titled("Вода").unpublished().exists();

        post(aNewsItem().titled("Вода"))
                .body("slug", equalTo("voda-2"))
                .body("warnings", hasItem("The slug was made unique: voda-2"));
    }

    @Test
    void refuses_an_unknown_tag_and_points_at_it() {
        aTag().slug("water").exists();

        post(aNewsItem().tagged("water", "nothing"))
                .statusCode(422)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", contains("/tags/1"))
                .body("errors.code", contains("UNKNOWN_TAG"));
    }

    @Test
    void a_tag_may_be_named_by_its_id_and_counts_once() {
        String tag = aTag().slug("water").exists();

        post(aNewsItem().tagged(tag, "water")).body("tags.id", contains(tag));
    }

    @Test
    void a_title_of_300_emoji_is_not_too_long() {
        String title = "🐎".repeat(300);

        post(aNewsItem().titled(title)).statusCode(201).body("title", equalTo(title));
    }

    @ParameterizedTest
    @CsvSource({
        "title, 301, /title",
        "summary, 1001, /summary",
        "author, 201, /author",
        "slug, 81, /slug"
    })
    void refuses_what_is_too_long(String member, int length, String pointer) {
        post(aNewsItem().with(member, "a".repeat(length)))
                .statusCode(422)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void refuses_a_blank_title(String title) {
        post(aNewsItem().titled(title))
                .statusCode(422)
                .body("errors.pointer", contains("/title"))
                .body("errors.code", contains("NOT_BLANK"));
    }

    @Test
    void names_everything_that_is_missing() {
        Logins.editor()
                .contentType(JSON)
                .body("{}")
                .post(NEWS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/body", "/locale", "/title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "RU", "ru-RU", "", "../ru"})
    void refuses_a_locale_that_is_not_configured(String locale) {
        post(aNewsItem().in(locale)).statusCode(422).body("errors.pointer", contains("/locale"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Big",
                "a b",
                "-a",
                "a--b",
                "a-",
                "сайгак",
                "../a",
                "0193b0a0-0000-7000-8000-000000000001"
            })
    void refuses_a_slug_that_is_none(String slug) {
        post(aNewsItem().with("slug", slug))
                .statusCode(422)
                .body("errors.pointer", contains("/slug"))
                .body("errors.code", contains("INVALID_SLUG"));
    }

    @Test
    void refuses_a_slug_that_another_item_has() {
        aNewsItem().with("slug", "water").unpublished().exists();

        post(aNewsItem().with("slug", "water")).statusCode(409).body("code", equalTo("SLUG_TAKEN"));
    }

    @Test
    void numbers_the_slugs_of_items_of_one_title() {
        aNewsItem().titled("Вода").unpublished().exists();
        aNewsItem().titled("Вода").unpublished().exists();

        post(aNewsItem().titled("Вода")).body("slug", equalTo("voda-3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example",
                "data:text/html,x",
                "https://",
                "ftp://a.b/"
            })
    void refuses_an_address_that_is_not_of_the_web(String address) {
        post(aNewsItem().with("cover", Map.of("url", address)))
                .statusCode(422)
                .body("errors.pointer", contains("/cover/url"));
    }

    @Test
    void server_owned_members_cannot_be_sent() {
        post(aNewsItem().with("status", "PUBLISHED"))
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_MEMBER"))
                .body("errors.pointer", contains("/status"));
    }

    @Test
    void a_dry_run_answers_what_would_be_stored() {
        Logins.editor()
                .contentType(JSON)
                .queryParam("dryRun", true)
                .body(aNewsItem().titled("Вода").with("summary", null).input())
                .post(NEWS)
                .then()
                .statusCode(200)
                .body("slug", equalTo("voda"))
                .body("warnings", contains("There is no summary"));
    }

    @Test
    void a_dry_run_stores_nothing() {
        Logins.editor()
                .contentType(JSON)
                .queryParam("dryRun", true)
                .body(aNewsItem().titled("Вода").input())
                .post(NEWS);

        Logins.editor().queryParam("status", "DRAFT").get(NEWS).then().body("items", empty());
        post(aNewsItem().titled("Вода")).body("slug", equalTo("voda"));
    }

    @Test
    void a_dry_run_of_a_change_changes_nothing() {
        String id = aNewsItem().titled("Вода").unpublished().exists();
        Logins.editor()
                .contentType(JSON)
                .header("If-Match", "*")
                .queryParam("dryRun", true)
                .body(aNewsItem().titled("Другое").input())
                .put(ITEM, id);

        Logins.editor()
                .queryParam("state", "draft")
                .get(ITEM, id)
                .then()
                .body("title", equalTo("Вода"))
                .body("version", equalTo(0));
    }

    @Test
    void the_longest_body_is_kept_whole() {
        String content = "<p>" + "Сайгак, ".repeat(24_990) + "конец</p>";

        String id = aNewsItem().body("html", content).exists();

        when().get(ITEM, id)
                .then()
                .statusCode(200)
                .body("body", equalTo(content))
                .body("blocks[0].html", equalTo(content.substring(3, content.length() - 4)))
                .body("bodyText", equalTo(content.substring(3, content.length() - 4)));
    }

    @Test
    void a_body_that_is_too_long_once_it_is_stored_is_refused() {
        post(aNewsItem().body("html", "<p>" + "字".repeat(199_000) + "</p>"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/body/content"))
                .body("errors[0].code", equalTo("TOO_LONG"));
    }
}
