package dev.vestnik.news;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// A front end draws the page of a news item from one cacheable answer.
@QuarkusTest
class NewsPageTest {

    @Test
    void one_answer_has_all_that_the_page_shows() {
        aTag().named("Экология").slug("ekologiya").exists();
        aNewsItem()
                .titled("Квота на вывоз рогов отменена")
                .publishedAt("2025-12-09T04:00:00Z")
                .exists();
        aNewsItem()
                .titled("Министерство и соседи договорились о степи")
                .with("summary", "Встреча прошла в столице.")
                .body(
                        "html",
                        "<p>Стороны встретились.</p><h2>Новый договор</h2><p>Его подпишут весной.</p>")
                .tagged("ekologiya")
                .publishedAt("2025-12-10T04:00:00Z")
                .exists();
        aNewsItem().titled("О высыхании водоёмов").publishedAt("2025-12-11T04:00:00Z").exists();

        given().queryParam("locale", "ru")
                .get("/api/v1/news/ministerstvo-i-sosedi-dogovorilis-o-stepi")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public, max-age="))
                .header("ETag", startsWith("\""))
                .body("displayDate", equalTo("10 декабря 2025"))
                .body("title", equalTo("Министерство и соседи договорились о степи"))
                .body("summary", equalTo("Встреча прошла в столице."))
                .body("body", containsString("<h2 id=\"novy-dogovor\">Новый договор</h2>"))
                .body("toc[0].id", equalTo("novy-dogovor"))
                .body("blocks[1].type", equalTo("heading"))
                .body("tags[0].name", equalTo("Экология"))
                .body("previous.slug", equalTo("kvota-na-vyvoz-rogov-otmenena"))
                .body("previous.title", equalTo("Квота на вывоз рогов отменена"))
                .body("next.slug", equalTo("o-vysyhanii-vodoemov"))
                .body("next.title", equalTo("О высыхании водоёмов"))
                .body("links.html", allOf(containsString("/ru/"), containsString("ministerstvo")));
    }

    @Test
    void the_ends_of_the_row_have_no_neighbour() {
        String id = aNewsItem().exists();

        given().get("/api/v1/news/" + id)
                .then()
                .body("containsKey('previous')", equalTo(true))
                .body("previous", nullValue())
                .body("next", nullValue());
    }
}
