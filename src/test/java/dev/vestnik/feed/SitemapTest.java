package dev.vestnik.feed;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/// In tests a map has three pages at most.
@QuarkusTest
class SitemapTest {

    private static final String INDEX = "/sitemap.xml";
    private static final String NEWS = "/sitemap-news.xml";
    private static final String FROM_THE_FIRST =
            "/sitemaps/00000000-0000-0000-0000-000000000000.xml";

    private static String text(String address) {
        return Read.at(address).statusCode(200).extract().asString();
    }

    private static List<String> maps() {
        return Read.texts(text(INDEX), "sitemapindex > sitemap > loc");
    }

    private static List<String> pages(String map) {
        return Read.texts(text(map), "urlset > url > loc");
    }

    /// What the protocol has against a document; empty where it is valid.
    private static List<String> faults(String document) throws Exception {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(
                            new StreamSource[] {
                                new StreamSource(
                                        SitemapTest.class.getResourceAsStream(
                                                "/feed/xhtml-link.xsd")),
                                new StreamSource(
                                        SitemapTest.class.getResourceAsStream(
                                                "/feed/sitemap-news.xsd")),
                                new StreamSource(
                                        SitemapTest.class.getResourceAsStream("/feed/sitemap.xsd"))
                            })
                    .newValidator()
                    .validate(new StreamSource(new StringReader(document)));
            return List.of();
        } catch (SAXException fault) {
            return List.of(String.valueOf(fault.getMessage()));
        }
    }

    private static void inThreeLanguages() {
        String id = aNewsItem().titled("По-русски & «так»").with("slug", "ru-slug").exists();
        for (String locale : List.of("kk", "en")) {
            String other =
                    Logins.editor()
                            .contentType(ContentType.JSON)
                            .body(
                                    Map.of(
                                            "locale",
                                            locale,
                                            "title",
                                            locale,
                                            "slug",
                                            locale + "-slug"))
                            .post("/api/v1/news/{id}/translations", id)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
            Logins.editor()
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/news/{id}/publish", other)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void every_page_stands_in_one_map() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            aNewsItem().with("slug", "item-" + i).exists();
            expected.add("http://localhost:8080/ru/news/item-" + i);
        }

        List<String> found = new ArrayList<>();
        maps().forEach(map -> found.addAll(pages(map)));

        assertThat(maps(), hasSize(3));
        assertThat(found, equalTo(expected));
    }

    @Test
    void has_what_is_public_and_may_be_indexed() {
        aNewsItem().with("slug", "public").exists();
        aNewsItem().with("slug", "hidden").with("seo", Map.of("noindex", true)).exists();
        aNewsItem()
                .with("slug", "copy")
                .with("seo", Map.of("canonicalUrl", "https://example.org/original"))
                .exists();
        aNewsItem().with("slug", "draft").unpublished().exists();

        assertThat(pages(FROM_THE_FIRST), contains("http://localhost:8080/ru/news/public"));
        assertThat(pages(NEWS), contains("http://localhost:8080/ru/news/public"));
    }

    @Test
    void says_when_a_page_changed_and_where_its_translations_are() {
        TestClock.stopAt("2026-03-01T08:00:00.123456Z");
        inThreeLanguages();

        String map = text(FROM_THE_FIRST);

        assertThat(
                Read.attributes(map, "url:first-of-type > xhtml|link", "hreflang"),
                containsInAnyOrder("ru", "kk", "en", "x-default"));
        assertThat(
                Read.attributes(map, "url:first-of-type > xhtml|link[hreflang=kk]", "href"),
                contains("http://localhost:8080/kk/news/kk-slug"));
        assertThat(
                Read.attributes(map, "url:first-of-type > xhtml|link[hreflang=x-default]", "href"),
                contains("http://localhost:8080/ru/news/ru-slug"));
        assertThat(
                Read.texts(map, "url:first-of-type > lastmod"), contains("2026-03-01T08:00:00Z"));
    }

    @Test
    void the_map_of_news_has_two_days() {
        TestClock.stopAt("2026-03-03T08:00:00Z");
        aNewsItem().with("slug", "old").publishedAt("2026-03-01T07:59:59Z").exists();
        aNewsItem()
                .titled("Кот & <пёс> 🐎 ]]>")
                .with("slug", "older")
                .publishedAt("2026-03-01T08:00:01Z")
                .exists();
        aNewsItem()
                .in("kk")
                .titled("Жаңалық")
                .with("slug", "newer")
                .publishedAt("2026-03-03T07:00:00Z")
                .exists();

        String map = text(NEWS);

        assertThat(
                pages(NEWS),
                contains(
                        "http://localhost:8080/kk/news/newer",
                        "http://localhost:8080/ru/news/older"));
        assertThat(Read.texts(map, "news|title"), contains("Жаңалық", "Кот & <пёс> 🐎 ]]>"));
        assertThat(Read.texts(map, "news|language"), contains("kk", "ru"));
        assertThat(Read.texts(map, "news|name"), contains("Vestnik", "Vestnik"));
        assertThat(
                Read.texts(map, "news|publication_date"),
                contains("2026-03-03T07:00:00Z", "2026-03-01T08:00:01Z"));
    }

    @Test
    void keeps_to_the_protocol() throws Exception {
        inThreeLanguages();

        assertThat(faults(text(INDEX)), empty());
        assertThat(faults(text(FROM_THE_FIRST)), empty());
        assertThat(faults(text(NEWS)), empty());
    }

    @ParameterizedTest
    @CsvSource({
        "/sitemap.xml, <loc>http, <loc>",
        "/sitemap-news.xml, <news:title>, <news:name>x</news:name><news:title>",
        "/sitemap-news.xml, 'publication_date>20', 'publication_date>'",
        "/sitemaps/00000000-0000-0000-0000-000000000000.xml, 'hreflang=', 'lang='",
        "/sitemaps/00000000-0000-0000-0000-000000000000.xml, <lastmod>20, <lastmod>on "
    })
    void the_schema_sees_a_fault(String address, String what, String instead) throws Exception {
        inThreeLanguages();
        String document = text(address);

        assertThat(faults(document.replace(what, instead)), not(empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {INDEX, NEWS, FROM_THE_FIRST})
    void is_answered_with_304_until_something_changes(String address) {
        aNewsItem().exists();
        aNewsItem().exists();
        String etag =
                when().get(address)
                        .then()
                        .statusCode(200)
                        .contentType("application/xml;charset=UTF-8")
                        .header("Cache-Control", containsString("public, max-age="))
                        .header("Surrogate-Key", equalTo("news"))
                        .extract()
                        .header("ETag");

        given().header("If-None-Match", etag).get(address).then().statusCode(304);
        aNewsItem().exists();
        aNewsItem().exists();
        given().header("If-None-Match", etag).get(address).then().statusCode(200);
    }

    @Test
    void is_the_same_compressed_and_not() {
        inThreeLanguages();

        String plain = given().header("Accept-Encoding", "identity").get(FROM_THE_FIRST).asString();
        String compressed =
                given().header("Accept-Encoding", "gzip")
                        .get(FROM_THE_FIRST)
                        .then()
                        .header("Content-Encoding", "gzip")
                        .extract()
                        .asString();

        assertThat(compressed, equalTo(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sitemaps/ffffffff-ffff-7fff-bfff-ffffffffffff.xml",
                "/sitemaps/1.xml",
                "/sitemaps/x"
            })
    void there_is_no_map_beyond_the_last(String address) {
        aNewsItem().exists();

        when().get(address).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }
}
