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
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NewsFormatsTest {

    private static final String ITEM = "/api/v1/news/{id}";
    private static final String LD = "application/ld+json";
    private static final String NINJS = "application/vnd.iptc.ninjs+json";

    private static ValidatableResponse read(String id, String accepted) {
        return given().accept(accepted).get(ITEM, id).then();
    }

    private static String everything() {
        aTag().named("Экология").slug("ecology").exists();
        String id =
                aNewsItem()
                        .titled("Сайгаки & <степь> 🐎")
                        .with("slug", "sajgaki")
                        .with("summary", "Кратко.")
                        .with("author", "Әйгерім")
                        .with("source", Map.of("name", "Агентство", "url", "https://example.org/a"))
                        .with("seo", Map.of("title", "Для поиска"))
                        .with(
                                "cover",
                                Map.of(
                                        "url", "/s.jpg", "alt", "Степь", "caption", "Стадо",
                                        "credit", "Фото", "width", 1600, "height", 900))
                        .body("html", "<p>Полный <a href=\"/other\">текст</a>.</p>")
                        .tagged("ecology")
                        .publishedAt("2026-01-02T08:00:00Z")
                        .exists();
        Logins.editor()
                .contentType(ContentType.JSON)
                .body("{\"text\": \"Не 100, а 200.\"}")
                .header("If-Match", "*")
                .post(ITEM + "/corrections", id)
                .then()
                .statusCode(200);
        Logins.editor()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ITEM + "/publish", id)
                .then()
                .statusCode(200);
        return id;
    }

    @Test
    void tells_search_engines_what_the_article_is() {
        String id = everything();

        read(id, LD)
                .statusCode(200)
                .contentType(LD)
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@type'", equalTo("NewsArticle"))
                .body("'@id'", equalTo("urn:uuid:" + id))
                .body("headline", equalTo("Сайгаки & <степь> 🐎"))
                .body("alternativeHeadline", equalTo("Для поиска"))
                .body("description", equalTo("Кратко."))
                .body("datePublished", equalTo("2026-01-02T08:00:00Z"))
                .body("dateModified", startsWith("20"))
                .body("inLanguage", equalTo("ru"))
                .body("keywords", contains("Экология"))
                .body("articleBody", equalTo("Полный текст."))
                .body("isAccessibleForFree", equalTo(true))
                .body("mainEntityOfPage", equalTo("http://localhost:8080/ru/news/sajgaki"))
                .body("isBasedOn", equalTo("https://example.org/a"))
                .body("author.'@type'", equalTo("Person"))
                .body("author.name", equalTo("Әйгерім"))
                .body("publisher.'@type'", equalTo("Organization"))
                .body("publisher.name", equalTo("Vestnik"))
                .body("image.'@type'", equalTo("ImageObject"))
                .body("image.url", equalTo("http://localhost:8080/s.jpg"))
                .body("image.creditText", equalTo("Фото"))
                .body("image.width", equalTo(1600))
                .body("correction[0].'@type'", equalTo("CorrectionComment"))
                .body("correction[0].text", equalTo("Не 100, а 200."))
                .body("$", not(hasKey("item")))
                .body("$", not(hasKey("version")))
                .body("$", not(hasKey("surrogateKeys")));
    }

    @Test
    void gives_agencies_what_they_exchange() {
        String id = everything();

        read(id, NINJS)
                .statusCode(200)
                .contentType(NINJS)
                .body("uri", equalTo("urn:uuid:" + id))
                .body("standard.name", equalTo("ninjs"))
                .body("standard.version", equalTo("3.1"))
                .body("type", equalTo("text"))
                .body("firstCreated", startsWith("20"))
                .body("versionCreated", startsWith("20"))
                .body("language", equalTo("ru"))
                .body("by", equalTo("Әйгерім"))
                .body("headlines.value", contains("Сайгаки & <степь> 🐎", "Для поиска"))
                .body("descriptions.value", contains("Кратко."))
                .body("bodies.contentType", contains("text/html", "text/plain"))
                .body("bodies[0].value", containsString("http://localhost:8080/other"))
                .body("bodies[1].value", equalTo("Полный текст."))
                .body("subjects.name", contains("Экология"))
                .body("infoSources.name", contains("Агентство"))
                .body("renditions.href", contains("http://localhost:8080/ru/news/sajgaki"))
                .body("associations[0].type", equalTo("picture"))
                .body("associations[0].renditions[0].width", equalTo(1600))
                .body("$", not(hasKey("item")));
    }

    @Test
    void ninjs_keeps_to_the_standard() throws Exception {
        String whole = read(everything(), NINJS).extract().asString();
        String bare =
                read(aNewsItem().with("summary", null).body("html", "").exists(), NINJS)
                        .extract()
                        .asString();

        assertThat(Read.faults("ninjs-3.1.schema.json", whole), empty());
        assertThat(Read.faults("ninjs-3.1.schema.json", bare), empty());
    }

    @ParameterizedTest
    @CsvSource({
        "\"uri\",\"guid\"",
        "versionCreated,versioncreated",
        "\"picture\",\"photo\"",
        "\"value\",\"text\"",
        "\"href\",\"url\""
    })
    void the_schema_sees_a_fault(String what, String instead) throws Exception {
        String document = read(everything(), NINJS).extract().asString();

        assertThat(
                Read.faults("ninjs-3.1.schema.json", document.replace(what, instead)),
                not(empty()));
    }

    @Test
    void each_format_has_an_etag_of_its_own() {
        String id = everything();

        List<String> etags =
                List.of("application/json", LD, NINJS).stream()
                        .map(type ->
                                read(id, type)
                                        .header("Vary", containsString("Accept"))
                                        .header("Surrogate-Key", containsString("news:" + id))
                                        .extract()
                                        .header("ETag"))
                        .toList();

        assertThat(etags.stream().distinct().toList(), equalTo(etags));
        given().accept(LD)
                .header("If-None-Match", etags.get(1))
                .get(ITEM, id)
                .then()
                .statusCode(304);
        given().accept(LD)
                .header("If-None-Match", etags.get(2))
                .get(ITEM, id)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"})
    void others_get_json(String accepted) {
        String id = aNewsItem().exists();

        read(id, accepted).statusCode(200).contentType("application/json").body("id", equalTo(id));
    }

    @Test
    void what_is_preferred_is_given() {
        String id = aNewsItem().exists();

        read(id, "application/json;q=0.5, application/ld+json").contentType(LD);
        read(id, "application/json, application/ld+json;q=0.5").contentType("application/json");
    }

    @Test
    void what_nobody_writes_is_refused() {
        read(aNewsItem().exists(), "application/rdf+xml").statusCode(406);
    }

    @Test
    void what_is_withdrawn_is_gone_in_every_format() {
        String id = aNewsItem().exists();
        Logins.editor()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ITEM + "/unpublish", id)
                .then()
                .statusCode(200);

        read(id, LD).statusCode(410).contentType("application/problem+json");
    }
}
