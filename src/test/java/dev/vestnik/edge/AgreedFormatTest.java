package dev.vestnik.edge;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 9110, section 12.5.1.
@QuarkusTest
class AgreedFormatTest {

    private static final String UTF_8 = ";charset=UTF-8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /sitemap.xml       | application/*                                    | application/xml
                    /sitemap.xml       | text/*                                           | text/xml
                    /sitemap.xml       | application/xml;q=0.5, text/*                    | text/xml
                    /sitemap.xml       | image/png, */*;q=0.1                             | application/xml
                    /sitemap.xml       | text/*;q=0, */*;q=0.1                            | application/xml
                    /sitemap.xml       | application/xml;q=0, */*                         | text/xml
                    /sitemap.xml       | APPLICATION/XML                                  | application/xml
                    /sitemap-news.xml  | text/html, application/*;q=0.9, */*;q=0.8        | application/xml
                    /feeds/ru/rss.xml  | application/*                                    | application/rss+xml
                    /feeds/ru/rss.xml  | application/xml, application/rss+xml;q=0.4       | application/xml
                    /feeds/ru/rss.xml  | text/*;q=0.3, application/*;q=0.2                | text/xml
                    /feeds/ru/rss.xml  | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/xml
                    /feeds/ru/atom.xml | application/*;q=0.5, image/*                     | application/atom+xml
                    /feeds/ru/atom.xml | */*, application/atom+xml;q=0.1                  | application/xml
                    """)
    void text_is_given_in_the_type_that_is_liked_best(
            String address, String accepted, String given) {
        given().header("Accept", accepted)
                .get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", given + UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/*                                  | application/feed+json
                    application/json;q=0.9, application/*;q=0.1    | application/json
                    text/html, application/*;q=0.5                 | application/feed+json
                    """)
    void json_too(String accepted, String given) {
        given().header("Accept", accepted)
                .get("/feeds/ru/feed.json")
                .then()
                .statusCode(200)
                .contentType(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/*                                       | application/json
                    application/*;q=0.2, application/ld+json;q=0.1      | application/json
                    application/json;q=0, application/*                 | application/ld+json
                    text/*, application/vnd.iptc.ninjs+json;q=0.1       | application/vnd.iptc.ninjs+json
                    """)
    void an_item_too(String accepted, String given) {
        String id = aNewsItem().exists();

        given().header("Accept", accepted)
                .get("/api/v1/news/{id}", id)
                .then()
                .statusCode(200)
                .contentType(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/*", "text/html", "*/*;q=0", "application/json, text/*;q=0"})
    void what_nobody_writes_is_refused(String accepted) {
        given().header("Accept", accepted)
                .get("/sitemap.xml")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "/", "application/", "text/xml;q=many", ",,"})
    void what_cannot_be_read_never_breaks_anything(String accepted) {
        int status = given().header("Accept", accepted).get("/sitemap.xml").statusCode();

        assertThat(status, oneOf(200, 400, 406));
    }
}
