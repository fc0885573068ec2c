package dev.vestnik.feed;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RssFeedTest {

    private static final String RSS = "/feeds/ru/rss.xml";

    private static ValidatableResponse rss(Map<String, ?> parameters) {
        return given().queryParams(parameters).get(RSS).then();
    }

    private static SyndFeed read(ValidatableResponse answer) {
        return Read.byRome(answer.statusCode(200).extract().asByteArray());
    }

    private static List<String> titles(SyndFeed feed) {
        return feed.getEntries().stream().map(SyndEntry::getTitle).toList();
    }

    @Test
    void has_what_is_published_in_its_locale_newest_first() {
        aNewsItem().titled("Older").publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().titled("Newer").publishedAt("2026-01-02T08:00:00Z").exists();
        aNewsItem().titled("Elsewhere").in("en").exists();
        aNewsItem().titled("Draft").unpublished().exists();

        SyndFeed feed = read(rss(Map.of()));

        assertThat(feed.getFeedType(), equalTo("rss_2.0"));
        assertThat(feed.getLanguage(), equalTo("ru"));
        assertThat(feed.getTitle(), equalTo("Vestnik"));
        assertThat(titles(feed), contains("Newer", "Older"));
    }

    @Test
    void has_items_whole() {
        aTag().named("Экология").slug("ecology").exists();
        String id =
                aNewsItem()
                        .titled("Сайгаки вернулись")
                        .with("summary", "Кратко.")
                        .with("author", "Әйгерім")
                        .with("cover", Map.of("url", "/s.jpg", "alt", "Степь", "width", 1600))
                        .body("html", "<p>Полный <a href=\"/other\">текст</a>.</p>")
                        .tagged("ecology")
                        .publishedAt("2026-01-02T08:00:00Z")
                        .exists();

        SyndEntry entry = read(rss(Map.of())).getEntries().get(0);

        assertThat(entry.getUri(), equalTo("urn:uuid:" + id));
        assertThat(entry.getLink(), equalTo("http://localhost:8080/ru/news/saygaki-vernulis"));
        assertThat(entry.getPublishedDate(), equalTo(at("2026-01-02T08:00:00Z")));
        assertThat(entry.getAuthor(), equalTo("Әйгерім"));
        assertThat(entry.getDescription().getValue(), equalTo("Кратко."));
        assertThat(
                entry.getContents().get(0).getValue(),
                containsString("href=\"http://localhost:8080/other\""));
        assertThat(
                entry.getCategories().stream().map(SyndCategory::getName).toList(),
                contains("Экология"));
        MediaContent cover =
                ((MediaEntryModule) entry.getModule(MediaEntryModule.URI)).getMediaContents()[0];
        assertThat(
                ((UrlReference) cover.getReference()).getUrl().toString(),
                equalTo("http://localhost:8080/s.jpg"));
        assertThat(cover.getMedium(), equalTo("image"));
        assertThat(cover.getWidth(), equalTo(1600));
        assertThat(cover.getMetadata().getDescription(), equalTo("Степь"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Кот & пёс",
                "1 < 2 > 0",
                "]]> конец",
                "🐎 скачет 👩‍👩‍👧",
                "Әңгіме: қасқыр мен үкі, һөм",
                "\"Кавычки\" и 'апострофы'",
                "&amp; &lt;b&gt;"
            })
    void keeps_every_letter_of_a_title(String title) {
        aNewsItem().titled(title).with("summary", title).exists();

        SyndEntry entry = read(rss(Map.of())).getEntries().get(0);

        assertThat(entry.getTitle(), equalTo(title));
        assertThat(entry.getDescription().getValue(), equalTo(title));
    }

    @Test
    void leaves_out_what_xml_cannot_hold() {
        aNewsItem().titled("До\u0008 и\u000b по\uffffсле").exists();

        assertThat(titles(read(rss(Map.of()))), contains("До и после"));
    }

    @Test
    void takes_the_filters_of_the_list() {
        aTag().named("Вода").slug("water").exists();
        aNewsItem().titled("Tagged").tagged("water").exists();
        aNewsItem().titled("By").with("author", "Автор").exists();

        assertThat(titles(read(rss(Map.of("tag", "water")))), contains("Tagged"));
        assertThat(titles(read(rss(Map.of("author", "Автор")))), contains("By"));
        assertThat(read(rss(Map.of("tag", "water"))).getTitle(), equalTo("Vestnik: Вода"));
    }

    @Test
    void pins_nothing_above_what_is_newer() {
        aNewsItem()
                .titled("Pinned")
                .with("featuredUntil", "2100-01-01T00:00:00Z")
                .publishedAt("2026-01-01T08:00:00Z")
                .exists();
        aNewsItem().titled("Newer").publishedAt("2026-01-02T08:00:00Z").exists();

        assertThat(titles(read(rss(Map.of()))), contains("Newer", "Pinned"));
    }

    @Test
    void leads_to_older_items_and_back() {
        for (int day = 1; day <= 5; day++) {
            aNewsItem().titled("Day " + day).publishedAt("2026-01-0" + day + "T08:00:00Z").exists();
        }

        ValidatableResponse first = rss(Map.of("limit", 2));
        String next = Read.link(first, "next");
        ValidatableResponse second = Read.at(next);

        assertThat(titles(read(first)), contains("Day 5", "Day 4"));
        assertThat(titles(read(second)), contains("Day 3", "Day 2"));
        assertThat(Read.link(first, "previous"), emptyOrNullString());
        assertThat(
                titles(read(Read.at(Read.link(second, "previous")))), contains("Day 5", "Day 4"));
        assertThat(Read.link(second, "self"), equalTo(next));
        assertThat(Read.link(second, "first"), equalTo("http://localhost:8080" + RSS + "?limit=2"));
    }

    @Test
    void is_empty_where_nothing_is_published() {
        assertThat(read(rss(Map.of())).getEntries(), hasSize(0));
    }

    @Test
    void is_answered_with_304_until_something_changes() {
        aNewsItem().exists();
        String etag = rss(Map.of()).extract().header("ETag");

        assertThat(etag, not(startsWith("W/")));
        given().header("If-None-Match", etag)
                .get(RSS)
                .then()
                .statusCode(304)
                .header("Cache-Control", containsString("public, max-age="));
        aNewsItem().titled("Another").exists();
        given().header("If-None-Match", etag).get(RSS).then().statusCode(200);
    }

    @Test
    void has_the_headers_of_public_answers() {
        String id = aNewsItem().exists();

        rss(Map.of())
                .contentType("application/rss+xml;charset=UTF-8")
                .header("Cache-Control", containsString("public, max-age="))
                .header("Vary", containsString("Accept"))
                .header("Surrogate-Key", containsString("news:" + id))
                .header("Link", containsString("<http://localhost:8080" + RSS + ">; rel=\"self\""));
    }

    @Test
    void is_compressed_when_asked() {
        aNewsItem().body("html", "<p>" + "слово ".repeat(1000) + "</p>").exists();

        given().header("Accept-Encoding", "gzip")
                .get(RSS)
                .then()
                .header("Content-Encoding", equalTo("gzip"));
    }

    @Test
    void is_there_for_whoever_takes_any_xml() {
        given().accept("application/xml").get(RSS).then().statusCode(200);
        given().accept("text/xml").get(RSS).then().statusCode(200);
        given().accept("text/csv")
                .get(RSS)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void is_not_there_for_a_locale_that_nobody_writes_in() {
        when().get("/feeds/fr/rss.xml").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status", "trashed", "include", "total", "fields", "locale", "nonsense"})
    void refuses_what_a_feed_does_not_know(String parameter) {
        rss(Map.of(parameter, "true"))
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_PARAMETER"))
                .body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "51", "many"})
    void refuses_more_than_fifty_items(String limit) {
        rss(Map.of("limit", limit))
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("errors.parameter", hasItem("limit"));
    }

    @Test
    void refuses_the_cursor_of_another_list() {
        aNewsItem().exists();
        aNewsItem().titled("Another").exists();
        String cursor =
                given().queryParams("limit", 1, "locale", "ru", "sort", "publishedAt")
                        .get("/api/v1/news")
                        .path("page.next");

        rss(Map.of("limit", 1, "sort", "publishedAt", "cursor", cursor))
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    private static Date at(String time) {
        return Date.from(Instant.parse(time));
    }
}
