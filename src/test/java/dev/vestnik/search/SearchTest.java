package dev.vestnik.search;

import static dev.vestnik.search.Searches.about;
import static dev.vestnik.search.Searches.found;
import static dev.vestnik.search.Searches.search;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers find by words.
@QuarkusTest
class SearchTest {

    @Inject SearchFollower follower;

    @BeforeEach
    void begin_with_an_empty_index() {
        follower.catchUp();
    }

    @ParameterizedTest
    @CsvSource({
        "Людей стало больше, человек",
        "Прошло пять лет, год",
        "Праздник для детей, ребёнок",
        "Праздник для ребенка, дети",
        "Поголовье сайгака выросло, сайгаками",
        "Открыты новые водоёмы, водоем",
        "Ёлки украсили город, елка",
        "Министр Ошурбаева выступила, Ошурбаевой",
        "Врач Россбах дал совет, Россбаха",
        "Построили бизнес-центр, бизнес-центры",
    })
    void finds_a_word_by_any_other_of_its_forms(String title, String q) {
        about(title).exists();

        search(Map.of("q", q)).body("items.title", contains(title));
    }

    @ParameterizedTest
    @CsvSource({
        "Қалаларымызда жаңа мектептер ашылды, мектеп",
        "Балалар үшін кітаптар шықты, кітап",
        "Балалар келді, бала",
    })
    void finds_kazakh_words_by_their_stems(String title, String q) {
        about(title).in("kk").exists();

        search(Map.of("q", q)).body("items.title", contains(title));
        search(Map.of("q", q, "locale", "kk")).body("items.title", contains(title));
        search(Map.of("q", q, "locale", "ru")).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"Левый берег, лев", "Книжная полка, пол", "Принятые меры, мэр", "Палка, полка"})
    void takes_no_word_for_another(String title, String q) {
        about(title).exists();

        search(Map.of("q", q)).body("items", empty()).body("page.total", equalTo(0));
    }

    @Test
    void wants_all_words_unless_told_otherwise() {
        about("Сайгак в степи").exists();
        about("Сайгак в пустыне").exists();
        about("Кулан в горах").exists();

        found("сайгаки степь", "Сайгак в степи");
        found("сайгак -пустыня", "Сайгак в степи");
        found("степь | пустыня", "Сайгак в степи", "Сайгак в пустыне");
        found("сайгак степь|горы", "Сайгак в степи");
        found("пусты*", "Сайгак в пустыне");
        found("\"сайгак в степи\"", "Сайгак в степи");
        found("\"в степи сайгак\"");
        found("сайгак и степь", "Сайгак в степи");
        found("-сайгак");
    }

    @Test
    void finds_what_was_typed_on_another_keyboard_or_in_latin_letters() {
        about("Поголовье сайгака выросло").exists();

        for (String q : List.of("cfqufr", "saigak", "sajgak", "cfqufrb")) {
            search(Map.of("q", q))
                    .body("items.title", contains("Поголовье сайгака выросло"))
                    .body("interpretedAs", containsString("сайгак"))
                    .body("didYouMean", containsString("сайгак"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"сайгк", "сойгак", "сйагак", "сайггак", "айгак", "сайгока"})
    void forgives_one_letter_in_longer_words(String q) {
        about("Сайгак вернулся").exists();

        search(Map.of("q", q, "highlight", true))
                .body("items.title", contains("Сайгак вернулся"))
                .body("items[0].highlights.title", equalTo("<mark>Сайгак</mark> вернулся"))
                .body("didYouMean", equalTo("сайгак"));
    }

    @Test
    void title_goes_before_lead_before_body_and_the_written_form_before_another() {
        about("О природе").body("html", "<p>Видели сайгака.</p>").exists();
        about("О природе тоже").with("summary", "Видели сайгака.").exists();
        about("Видели сайгаков").exists();
        about("Видели сайгака").exists();

        search(Map.of("q", "сайгака"))
                .body(
                        "items.title",
                        contains(
                                "Видели сайгака",
                                "Видели сайгаков",
                                "О природе тоже",
                                "О природе"));
    }

    @Test
    void the_newer_of_equals_goes_first() {
        about("Видели сайгака").with("slug", "old").publishedAt("2020-01-01T00:00:00Z").exists();
        about("Видели сайгака").with("slug", "new").publishedAt("2024-01-01T00:00:00Z").exists();
        about("Видели сайгака").with("slug", "mid").publishedAt("2022-01-01T00:00:00Z").exists();

        search(Map.of("q", "сайгак")).body("items.slug", contains("new", "mid", "old"));
        search(Map.of("q", "сайгак", "sort", "-publishedAt"))
                .body("items.slug", contains("new", "mid", "old"));
    }

    @Test
    void marks_the_word_as_it_was_written_and_escapes_the_rest() {
        about("Сайгаки & <b>волки</b>")
                .with("summary", "О сайгаках \"всё\"")
                .body(
                        "html",
                        "<p>Утром видели сайгаков. День был жаркий! Вечером ушли.</p><p>5 &lt; 6, сказал сайгак.</p>")
                .exists();

        search(Map.of("q", "сайгак", "highlight", true))
                .body(
                        "items[0].highlights.title",
                        equalTo("<mark>Сайгаки</mark> &amp; &lt;b&gt;волки&lt;/b&gt;"))
                .body(
                        "items[0].highlights.summary",
                        equalTo("О <mark>сайгаках</mark> &quot;всё&quot;"))
                .body(
                        "items[0].highlights.body",
                        contains(
                                "Утром видели <mark>сайгаков</mark>.",
                                "5 &lt; 6, сказал <mark>сайгак</mark>."));
    }

    @Test
    void counts_under_filters() {
        aTag().slug("saygak").exists();
        aTag().slug("step").exists();
        about("Сайгак один").tagged("saygak").publishedAt("2023-05-01T00:00:00Z").exists();
        about("Сайгак два").tagged("saygak", "step").publishedAt("2024-05-01T00:00:00Z").exists();
        about("Сайгак три").in("kk").tagged("step").publishedAt("2024-06-01T00:00:00Z").exists();

        search(Map.of("q", "сайгак", "facets", "tag,year,locale"))
                .body("page.total", equalTo(3))
                .body("facets.tag.value", containsInAnyOrder("saygak", "step"))
                .body("facets.tag.count", everyItem(equalTo(2)))
                .body("facets.year.value", contains("2024", "2023"))
                .body("facets.year.count", contains(2, 1))
                .body("facets.locale.value", contains("ru", "kk"));
        search(Map.of("q", "сайгак", "tag", "step", "facets", "year,locale"))
                .body("items.title", containsInAnyOrder("Сайгак два", "Сайгак три"))
                .body("facets.year.count", contains(2))
                .body("facets.tag", nullValue());
        search(Map.of("q", "сайгак", "from", "2024-01-01", "to", "2024-05-31"))
                .body("items.title", contains("Сайгак два"));
        search(Map.of("q", "сайгак", "tag", "nothing")).body("items", empty());
    }

    @Test
    void follows_tags_that_are_renamed_and_merged() {
        String goes = aTag().slug("goes").exists();
        String stays = aTag().slug("stays").exists();
        about("Сайгак").tagged("goes").exists();
        search(Map.of("q", "сайгак", "tag", "goes")).body("items[0].tags.slug", contains("goes"));

        Logins.editor()
                .contentType(JSON)
                .body(Map.of("into", stays))
                .post("/api/v1/tags/{id}/merge", goes)
                .then()
                .statusCode(200);

        search(Map.of("q", "сайгак", "tag", "stays")).body("items[0].tags.slug", contains("stays"));
        search(Map.of("q", "сайгак", "tag", "goes")).body("items[0].tags.slug", contains("stays"));
    }

    @Test
    void finds_only_what_is_public() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        about("Сайгак в черновике").unpublished().exists();
        String id = about("Сайгак опубликован").exists();
        String planned = about("Сайгак запланирован").unpublished().exists();
        publish(planned, Map.of("at", "2026-06-01T00:00:00Z"));

        found("сайгак", "Сайгак опубликован");

        Logins.editor()
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Сайгак переписан"))
                .patch("/api/v1/news/{id}", id)
                .then()
                .statusCode(200);
        found("сайгак", "Сайгак опубликован");
        publish(id, Map.of());
        found("сайгак", "Сайгак переписан");

        Logins.editor().post("/api/v1/news/{id}/unpublish", id).then().statusCode(200);
        found("сайгак");
    }

    @Test
    void shows_what_is_planned_on_time_though_nobody_has_carried_it_out() {
        TestClock.stopAt("2026-01-01T00:00:00Z");
        String id = about("Сайгак").unpublished().exists();
        publish(id, Map.of("at", "2026-01-01T01:00:00Z"));
        found("сайгак");

        TestClock.advance(Duration.ofHours(1));

        found("сайгак", "Сайгак");
    }

    @Test
    void pages_neither_repeat_nor_miss_though_items_come_in() {
        for (int i = 0; i < 7; i++) {
            about("Сайгак номер " + i).exists();
        }
        Set<String> seen = new HashSet<>();
        String next = search(Map.of("q", "сайгак", "limit", 3)).extract().path("page.next");
        seen.addAll(titles(search(Map.of("q", "сайгак", "limit", 3))));
        about("Сайгак сайгак сайгак").exists();
        while (next != null) {
            ValidatableResponse page = search(Map.of("q", "сайгак", "limit", 3, "cursor", next));
            titles(page).forEach(title -> assertTrue(seen.add(title), title));
            next = page.extract().path("page.next");
        }
        assertTrue(seen.size() == 7, seen::toString);
    }

    @Test
    void a_new_index_has_the_same() {
        about("Сайгак в степи").exists();
        found("сайгак", "Сайгак в степи");

        follower.buildAnew();

        found("сайгак", "Сайгак в степи");
    }

    @Test
    void wants_a_query() {
        given().get("/api/v1/search").then().statusCode(400);
        given().queryParam("q", " ").get("/api/v1/search").then().statusCode(400);
        given().queryParam("q", "a")
                .queryParam("sort", "title")
                .get("/api/v1/search")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "\"незакрытая кавычка",
                "***",
                "-",
                "|",
                "| | |",
                "- - -",
                "a*b*c*",
                "*",
                "((((",
                "AND OR NOT",
                "title:сайгак",
                "сайгак~2^8",
                "/.*/",
                "[a TO z]",
                "{\"query\": 1}",
                "\\",
                "\\\"",
                "<script>alert(1)</script>",
                "😀🐐",
                "שלום עולם",
                "مرحبا",
                "\u202eхелло",
                "\u0001\u0002\u001f",
                "-\"a b\" | -c*",
                "--------сайгак",
                "а-б-в-г-д-е-ж",
                "'; drop table news_item; --",
                "%00",
                "&&||!!"
            })
    void garbage_is_a_query_too(String q) {
        about("Сайгак").exists();

        search(Map.of("q", q, "highlight", true, "facets", "tag,year,locale"));
    }

    @Test
    void whatever_is_typed_gets_an_answer() {
        about("Сайгак в степи").exists();
        Searches.catchUp();

        for (String q : FuzzedQueries.first(400)) {
            given().queryParams(Map.of("q", q, "highlight", true, "facets", "tag,year,locale"))
                    .get("/api/v1/search")
                    .then()
                    .statusCode(200)
                    .body("page.limit", equalTo(20));
            given().queryParam("q", q).get("/api/v1/search/suggest").then().statusCode(200);
        }
    }

    @Test
    void a_long_text_is_a_query_too() {
        about("Сайгак").exists();

        search(Map.of("q", "сайгак ".repeat(80).strip(), "highlight", true))
                .body("items", hasSize(1));
    }

    @Test
    void rebuilds_for_administrators_alone() {
        about("Сайгак в степи").exists();
        Logins.editor().post("/api/v1/search/reindex").then().statusCode(403);

        Logins.admin().post("/api/v1/search/reindex").then().statusCode(202);

        Logins.admin()
                .get("/api/v1/search/reindex")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("processed", equalTo(1));
        found("сайгак", "Сайгак в степи");
    }

    @Test
    void suggests_tags_and_titles_as_one_types() {
        aTag().named("Сайгак").slug("saygak").exists();
        about("Поголовье сайгака").exists();
        about("Сайгак в черновике").unpublished().exists();
        about("Совсем о другом").exists();
        follower.catchUp();

        for (String q : List.of("сайг", "cfqu", "САЙГ")) {
            given().queryParam("q", q)
                    .get("/api/v1/search/suggest")
                    .then()
                    .statusCode(200)
                    .body("items.text", contains("Сайгак", "Поголовье сайгака"))
                    .body("items.kind", contains("tag", "news"));
        }
        given().queryParam("q", "поголовье са")
                .get("/api/v1/search/suggest")
                .then()
                .body("items.text", contains("Поголовье сайгака"));
        given().queryParam("q", "***")
                .get("/api/v1/search/suggest")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private static void publish(String id, Map<String, ?> when) {
        Logins.editor()
                .contentType(JSON)
                .body(when)
                .post("/api/v1/news/{id}/publish", id)
                .then()
                .statusCode(200);
    }

    private static List<String> titles(ValidatableResponse page) {
        return page.extract().path("items.title");
    }
}
