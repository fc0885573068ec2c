package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NewsListTest {

    private static final String NEWS = "/api/v1/news";

    @Test
    void lists_published_items_newest_first() {
        aNewsItem().titled("Older").publishedAt("2026-01-01T08:00:00Z").exists();
        aNewsItem().titled("Newer").publishedAt("2026-01-02T08:00:00Z").exists();
        aNewsItem().titled("Draft").unpublished().exists();

        when().get(NEWS).then().statusCode(200).body("items.title", contains("Newer", "Older"));
    }

    @Test
    void lists_the_items_of_a_tag() {
        aTag().slug("water").exists();
        aNewsItem().titled("Tagged").tagged("water").exists();
        aNewsItem().titled("Untagged").exists();

        given().queryParam("tag", "water").get(NEWS).then().body("items.title", contains("Tagged"));
    }

    @Test
    void an_unknown_tag_has_no_items() {
        aNewsItem().exists();

        given().queryParam("tag", "nothing")
                .get(NEWS)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void counts_when_asked() {
        aNewsItem().exists();
        aNewsItem().exists();

        given().queryParams("limit", 1, "total", true)
                .get(NEWS)
                .then()
                .body("page.total", equalTo(2));
    }
}
