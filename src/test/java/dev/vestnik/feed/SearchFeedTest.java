package dev.vestnik.feed;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import dev.vestnik.search.Searches;
import dev.vestnik.testing.SqlRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Feeds of a search, and what any feed costs.
@QuarkusTest
class SearchFeedTest {

    private static final String RSS = "/feeds/ru/rss.xml";

    private static ValidatableResponse rss(Map<String, ?> parameters) {
        Searches.catchUp();
        return given().queryParams(parameters).get(RSS).then();
    }

    private static List<String> titles(ValidatableResponse answer) {
        SyndFeed feed = Read.byRome(answer.statusCode(200).extract().asByteArray());
        return feed.getEntries().stream().map(SyndEntry::getTitle).toList();
    }

    @Test
    void has_what_a_search_finds_newest_first() {
        aNewsItem().titled("Сайгак сайгак").publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().titled("Стадо сайгаков").publishedAt("2026-01-02T08:00:00Z").exists();
        aNewsItem()
                .titled("Погода")
                .with("summary", "Дождь.")
                .body("html", "<p>Дождь.</p>")
                .exists();

        assertThat(
                titles(rss(Map.of("q", "сайгака"))), contains("Стадо сайгаков", "Сайгак сайгак"));
    }

    @Test
    void has_the_items_whole_and_says_what_was_searched() {
        aNewsItem().titled("Сайгак").body("html", "<p>Полный текст.</p>").exists();

        SyndFeed feed = Read.byRome(rss(Map.of("q", "сайгак")).extract().asByteArray());

        assertThat(feed.getTitle(), equalTo("Vestnik: сайгак"));
        assertThat(
                feed.getEntries().get(0).getContents().get(0).getValue(),
                containsString("Полный текст."));
    }

    @Test
    void takes_tags_beside_the_search() {
        aTag().slug("steppe").exists();
        aNewsItem().titled("Сайгак в степи").tagged("steppe").exists();
        aNewsItem().titled("Сайгак в зоопарке").exists();

        assertThat(titles(rss(Map.of("q", "сайгак", "tag", "steppe"))), contains("Сайгак в степи"));
    }

    @Test
    void leads_to_older_items() {
        aNewsItem().titled("Сайгак раз").publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().titled("Сайгак два").publishedAt("2026-01-02T08:00:00Z").exists();

        String next = Read.link(rss(Map.of("q", "сайгак", "limit", 1)), "next");

        assertThat(next, containsString("q=%D1%81%D0%B0"));
        assertThat(titles(Read.at(next)), contains("Сайгак раз"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "featured", "updatedSince", "ids"})
    void refuses_filters_that_a_search_does_not_have(String parameter) {
        rss(Map.of("q", "сайгак", parameter, parameter.equals("featured") ? "true" : "2026-01-01"))
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("errors.parameter", hasItem(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "random"})
    void refuses_orders_that_a_search_does_not_have(String sort) {
        rss(Map.of("q", "сайгак", "sort", sort))
                .statusCode(400)
                .body("errors.parameter", hasItem("sort"));
    }

    @Test
    void takes_two_statements_however_many_items() {
        for (int i = 0; i < 5; i++) {
            aNewsItem().titled("Сайгак " + i).exists();
        }
        Searches.catchUp();
        String next = Read.link(given().queryParam("limit", 2).get(RSS).then(), "next");

        Map.of(
                        "list", RSS + "?limit=50",
                        "page", next,
                        "search", RSS + "?limit=50&q=%D1%81%D0%B0%D0%B9%D0%B3%D0%B0%D0%BA")
                .forEach((feed, address) -> {
                    List<String> statements =
                            SqlRecorder.during(() -> Read.at(address).statusCode(200));

                    assertThat(feed + ": " + statements, statements.size(), equalTo(2));
                });
    }
}
