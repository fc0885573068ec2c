package dev.vestnik.feed;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.thaiopensource.relaxng.jaxp.CompactSyntaxSchemaFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

@QuarkusTest
class AtomFeedTest {

    private static final String ATOM = "/feeds/ru/atom.xml";

    private static ValidatableResponse atom(Map<String, ?> parameters) {
        return given().queryParams(parameters).get(ATOM).then();
    }

    private static SyndFeed read(ValidatableResponse answer) {
        return Read.byRome(answer.statusCode(200).extract().asByteArray());
    }

    private static List<String> titles(ValidatableResponse answer) {
        return read(answer).getEntries().stream().map(SyndEntry::getTitle).toList();
    }

    private static void everythingExists() {
        aTag().named("Экология & быт").slug("ecology").exists();
        aNewsItem()
                .titled("Сайгаки <вернулись> & 🐎 ]]> Әңгіме")
                .with("author", "Әйгерім")
                .with("source", Map.of("name", "Агентство", "url", "https://example.org/a?b=1&c=2"))
                .with(
                        "cover",
                        Map.of("url", "/s.jpg", "alt", "Степь", "caption", "С", "credit", "Фото"))
                .body("html", "<h2>Глава</h2><p>Текст <b>жирный</b> &amp; 🐎</p>")
                .tagged("ecology")
                .exists();
        aNewsItem().titled("Bare").with("summary", null).body("html", "").exists();
    }

    /// What a RELAX NG validator has against a document; empty where it is valid.
    private static List<String> faults(String document) throws Exception {
        List<String> faults = new ArrayList<>();
        Validator validator =
                new CompactSyntaxSchemaFactory()
                        .newSchema(AtomFeedTest.class.getResource("/feed/atom.rnc"))
                        .newValidator();
        validator.setErrorHandler(
                new DefaultHandler() {
                    @Override
                    public void error(SAXParseException fault) {
                        faults.add(fault.getMessage());
                    }
                });
        validator.validate(new SAXSource(new InputSource(new StringReader(document))));
        return faults;
    }

    @Test
    void has_items_whole() {
        String id =
                aNewsItem()
                        .titled("Сайгаки вернулись")
                        .with("summary", "Кратко.")
                        .with("author", "Әйгерім")
                        .body("html", "<p>Полный текст.</p>")
                        .publishedAt("2026-01-02T08:00:00Z")
                        .exists();

        SyndFeed feed = read(atom(Map.of()));
        SyndEntry entry = feed.getEntries().get(0);

        assertThat(feed.getFeedType(), equalTo("atom_1.0"));
        assertThat(entry.getUri(), equalTo("urn:uuid:" + id));
        assertThat(entry.getLink(), equalTo("http://localhost:8080/ru/news/saygaki-vernulis"));
        assertThat(
                entry.getPublishedDate(),
                equalTo(Date.from(Instant.parse("2026-01-02T08:00:00Z"))));
        assertThat(entry.getAuthor(), equalTo("Әйгерім"));
        assertThat(entry.getDescription().getValue(), equalTo("Кратко."));
        assertThat(entry.getContents().get(0).getType(), equalTo("html"));
        assertThat(entry.getContents().get(0).getValue(), equalTo("<p>Полный текст.</p>"));
    }

    @Test
    void keeps_to_rfc_4287() throws Exception {
        everythingExists();

        assertThat(faults(atom(Map.of()).extract().asString()), empty());
        assertThat(faults(atom(Map.of("limit", 1)).extract().asString()), empty());
    }

    @Test
    void keeps_to_rfc_4287_when_empty() throws Exception {
        assertThat(faults(atom(Map.of()).extract().asString()), empty());
    }

    @ParameterizedTest
    @CsvSource({
        "<id>.*?</id>, ''",
        "<updated>.*?</updated>, <updated>yesterday</updated>",
        "<author>.*?</author>, <author/>",
        "<title>, <title type='markdown'>",
        "<published>.*?</published>, <published/>",
        "</entry>, <icon>x</icon></entry>",
        "term=\".*?\", ''"
    })
    void the_schema_sees_a_fault(String what, String instead) throws Exception {
        everythingExists();
        String document = atom(Map.of()).extract().asString();

        assertThat(faults(document.replaceFirst(what, instead)), not(empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Кот & пёс",
                "1 < 2 > 0",
                "]]> конец",
                "🐎 скачет 👩‍👩‍👧",
                "Әңгіме: қасқыр мен үкі, һөм",
                "&amp; &lt;b&gt;"
            })
    void keeps_every_letter_of_a_title(String title) {
        aNewsItem().titled(title).with("summary", title).exists();

        SyndEntry entry = read(atom(Map.of())).getEntries().get(0);

        assertThat(entry.getTitle(), equalTo(title));
        assertThat(entry.getDescription().getValue(), equalTo(title));
    }

    @Test
    void leads_through_its_pages_by_rfc_5005() {
        for (int day = 1; day <= 5; day++) {
            aNewsItem().titled("Day " + day).publishedAt("2026-01-0" + day + "T08:00:00Z").exists();
        }

        List<String> seen = new ArrayList<>();
        String id = "";
        String next = ATOM + "?limit=2";
        while (!next.isEmpty()) {
            ValidatableResponse page = Read.at(next);
            seen.addAll(titles(page));
            String its = read(page).getUri();
            assertThat(its, id.isEmpty() ? startsWith("urn:uuid:") : equalTo(id));
            id = its;
            next = Read.link(page, "next");
        }

        assertThat(seen, contains("Day 5", "Day 4", "Day 3", "Day 2", "Day 1"));
    }

    @Test
    void has_an_id_of_its_own_for_each_feed() {
        assertThat(
                read(atom(Map.of("author", "A"))).getUri(),
                not(equalTo(read(atom(Map.of())).getUri())));
    }

    @Test
    void is_answered_with_304_until_something_changes() {
        aNewsItem().exists();
        String etag = atom(Map.of()).extract().header("ETag");

        given().header("If-None-Match", etag).get(ATOM).then().statusCode(304);
        aNewsItem().titled("Another").exists();
        given().header("If-None-Match", etag).get(ATOM).then().statusCode(200);
    }

    @Test
    void has_the_headers_of_public_answers() {
        atom(Map.of())
                .contentType("application/atom+xml;charset=UTF-8")
                .header("Cache-Control", containsString("public, max-age="))
                .header(
                        "Link",
                        containsString("<http://localhost:8080" + ATOM + ">; rel=\"self\""));
    }
}
