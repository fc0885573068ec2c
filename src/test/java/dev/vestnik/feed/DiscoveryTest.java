package dev.vestnik.feed;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How a program that reads the list of news finds the feeds.
@QuarkusTest
class DiscoveryTest {

    private static final String NEWS = "/api/v1/news";

    @Test
    void the_list_leads_to_its_feeds() {
        when().get(NEWS)
                .then()
                .header("Link", containsString("rel=\"first\""))
                .header(
                        "Link",
                        containsString(
                                "</feeds/ru/rss.xml>; rel=\"alternate\"; type=\"application/rss+xml\""))
                .header(
                        "Link",
                        containsString(
                                "</feeds/ru/atom.xml>; rel=\"alternate\"; type=\"application/atom+xml\""))
                .header(
                        "Link",
                        containsString(
                                "</feeds/ru/feed.json>; rel=\"alternate\"; type=\"application/feed+json\""));
    }

    @Test
    void the_feeds_have_the_same_filters_and_language() {
        given().queryParams(Map.of("locale", "kk", "author", "Ә", "limit", 5, "include", "body"))
                .get(NEWS)
                .then()
                .header("Link", containsString("</feeds/kk/rss.xml?author=%D3%98>;"));
    }

    @Test
    void the_newsrooms_own_lists_have_no_feeds() {
        aNewsItem().exists();

        Logins.editor()
                .queryParam("status", "DRAFT")
                .get(NEWS)
                .then()
                .statusCode(200)
                .header("Link", not(containsString("alternate")));
    }

    @Test
    void other_lists_have_no_feeds() {
        when().get("/api/v1/tags").then().header("Link", not(containsString("alternate")));
    }
}
