package dev.vestnik.feed;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JsonFeedTest {

    private static final String JSON = "/feeds/ru/feed.json";

    private static ValidatableResponse json(Map<String, ?> parameters) {
        return given().queryParams(parameters).get(JSON).then().statusCode(200);
    }

    private static void everythingExists() {
        aTag().named("Экология & быт").slug("ecology").exists();
        aNewsItem()
                .titled("Сайгаки <вернулись> & 🐎 ]]> Әңгіме")
                .with("author", "Әйгерім")
                .with("cover", Map.of("url", "/s.jpg", "alt", "Степь"))
                .body("html", "<p>Текст <b>жирный</b> &amp; 🐎</p>")
                .tagged("ecology")
                .exists();
        aNewsItem().titled("Bare").with("summary", null).body("html", "").exists();
    }

    @Test
    void has_items_whole() {
        aTag().named("Экология").slug("ecology").exists();
        String id =
                aNewsItem()
                        .titled("Сайгаки & ]]> 🐎")
                        .with("slug", "sajgaki")
                        .with("summary", "Кратко.")
                        .with("author", "Әйгерім")
                        .with("cover", Map.of("url", "/s.jpg"))
                        .body("html", "<p>Полный <a href=\"/other\">текст</a>.</p>")
                        .tagged("ecology")
                        .publishedAt("2026-01-02T08:00:00Z")
                        .exists();

        json(Map.of())
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("title", equalTo("Vestnik"))
                .body("language", equalTo("ru"))
                .body("home_page_url", equalTo("http://localhost:8080/"))
                .body("feed_url", equalTo("http://localhost:8080" + JSON))
                .body("$", not(hasKey("next_url")))
                .body("$", not(hasKey("surrogateKeys")))
                .body("items[0].id", equalTo("urn:uuid:" + id))
                .body("items[0].url", equalTo("http://localhost:8080/ru/news/sajgaki"))
                .body("items[0].title", equalTo("Сайгаки & ]]> 🐎"))
                .body("items[0].summary", equalTo("Кратко."))
                .body(
                        "items[0].content_html",
                        containsString("<a href=\"http://localhost:8080/other\""))
                .body("items[0].image", equalTo("http://localhost:8080/s.jpg"))
                .body("items[0].date_published", equalTo("2026-01-02T08:00:00Z"))
                .body("items[0].authors.name", contains("Әйгерім"))
                .body("items[0].tags", contains("Экология"));
    }

    @Test
    void keeps_to_the_specification() throws IOException {
        everythingExists();

        assertThat(
                Read.faults("json-feed.schema.json", json(Map.of()).extract().asString()), empty());
        assertThat(
                Read.faults("json-feed.schema.json", json(Map.of("limit", 1)).extract().asString()),
                empty());
    }

    @ParameterizedTest
    @CsvSource({"\"content_html\",\"content\"", "\"id\",\"guid\"", "version/1.1,version/2"})
    void the_schema_sees_a_fault(String what, String instead) throws IOException {
        everythingExists();
        String document = json(Map.of()).extract().asString();

        assertThat(
                Read.faults("json-feed.schema.json", document.replace(what, instead)),
                not(empty()));
    }

    @Test
    void leads_to_older_items() {
        for (int day = 1; day <= 5; day++) {
            aNewsItem().titled("Day " + day).publishedAt("2026-01-0" + day + "T08:00:00Z").exists();
        }

        List<String> seen = new ArrayList<>();
        String next = JSON + "?limit=2";
        while (next != null) {
            ValidatableResponse page = Read.at(next);
            seen.addAll(page.extract().<List<String>>path("items.title"));
            next = page.extract().path("next_url");
        }

        assertThat(seen, contains("Day 5", "Day 4", "Day 3", "Day 2", "Day 1"));
    }

    @Test
    void is_answered_with_304_until_something_changes() {
        aNewsItem().exists();
        String etag = json(Map.of()).extract().header("ETag");

        given().header("If-None-Match", etag).get(JSON).then().statusCode(304);
        aNewsItem().titled("Another").exists();
        given().header("If-None-Match", etag).get(JSON).then().statusCode(200);
    }

    @Test
    void is_there_for_whoever_takes_any_json() {
        given().accept("application/json").get(JSON).then().statusCode(200);
    }
}
