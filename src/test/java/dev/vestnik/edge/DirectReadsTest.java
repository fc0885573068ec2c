package dev.vestnik.edge;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered without JAX-RS cannot be told from what JAX-RS answers. Whoever says of a type
/// how much it is liked asks for something out of the ordinary, and is answered by JAX-RS.
@QuarkusTest
class DirectReadsTest {

    private static final String LIST = "/api/v1/news";
    private static final String NEWS = LIST + "/";
    private static final String BY_RESOURCE = "application/json;q=0.9";
    private static final String SLUG = "pogolove-saygaka";
    private static final Pattern DIRECT =
            Pattern.compile("^vestnik_reads_direct_total (\\S+)$", Pattern.MULTILINE);
    private static final RestAssuredConfig AS_SENT =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    /// Of one answer, not of what is answered.
    private static final Set<String> OF_ONE = Set.of("x-request-id", "cache-status");

    @Inject ResponseCache cache;

    private String id;

    @BeforeEach
    void publish() {
        id =
                aNewsItem()
                        .with("slug", SLUG)
                        .body("html", "<p>«Да», — " + "сайгак. ".repeat(300))
                        .exists();
    }

    private double direct() {
        Matcher count = DIRECT.matcher(given().get("/q/metrics").asString());
        assertThat(count.find(), equalTo(true));
        return Double.parseDouble(count.group(1));
    }

    private Response direct(String path, Map<String, String> headers) {
        cache.forgetAll();
        double before = direct();
        Response answer = given().config(AS_SENT).headers(headers).get(path);
        assertThat(path, direct(), equalTo(before + 1));
        return answer;
    }

    private Response byResource(String path, Map<String, String> headers) {
        cache.forgetAll();
        double before = direct();
        Response answer =
                given().config(AS_SENT).header("Accept", BY_RESOURCE).headers(headers).get(path);
        assertThat(path, direct(), equalTo(before));
        return answer;
    }

    private static Map<String, String> said(Response answer) {
        Map<String, String> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : answer.headers()) {
            said.merge(header.getName(), header.getValue(), (a, b) -> a + ", " + b);
        }
        said.computeIfPresent(
                "Vary", (name, fields) -> new TreeSet<>(List.of(fields.split(", "))).toString());
        said.keySet().removeIf(name -> OF_ONE.contains(name.toLowerCase(Locale.ROOT)));
        return said;
    }

    private void assertAlike(String path, int status, Map<String, String> headers) {
        Response direct = direct(path, headers);
        Response other = byResource(path, headers);

        assertThat(path, direct.statusCode(), equalTo(status));
        assertThat(path, other.statusCode(), equalTo(status));
        assertThat(path, said(direct), equalTo(said(other)));
        assertThat(path, direct.asByteArray(), equalTo(other.asByteArray()));
    }

    @Test
    void an_item_is_the_same_by_slug_and_by_id() {
        assertAlike(NEWS + SLUG, 200, Map.of());
        assertAlike(NEWS + SLUG + "?locale=ru", 200, Map.of());
        assertAlike(NEWS + id, 200, Map.of());
        assertAlike(NEWS + id + "?locale=kk", 200, Map.of());
    }

    @Test
    void it_is_the_same_compressed_and_to_those_who_have_it() {
        String etag = direct(NEWS + SLUG, Map.of()).header("ETag");

        assertAlike(NEWS + SLUG, 200, Map.of("Accept-Encoding", "gzip"));
        assertAlike(NEWS + SLUG, 304, Map.of("If-None-Match", etag));
        assertAlike(NEWS + SLUG, 200, Map.of("If-None-Match", "\"other\""));
    }

    @Test
    void a_list_is_the_same_page_by_page_with_all_its_links() {
        aTag().slug("tuleni").exists();
        aNewsItem().titled("Раньше").tagged("tuleni").exists();
        aNewsItem().titled("Ещё раньше").tagged("tuleni").exists();
        aNewsItem().in("kk").titled("Бұрын").exists();

        assertAlike(LIST, 200, Map.of());
        assertAlike(LIST + "?locale=ru", 200, Map.of());
        assertAlike(LIST + "?limit=2&locale=ru", 200, Map.of());
        assertAlike(LIST + "?locale=ru&tag=tuleni&limit=100", 200, Map.of());
        assertAlike(LIST + "?tag=no-such-tag", 200, Map.of());
        String next = given().get(LIST + "?limit=2&locale=ru").path("page.next");
        assertAlike(LIST + "?locale=ru&cursor=" + next, 200, Map.of());
        String back = given().get(LIST + "?locale=ru&cursor=" + next).path("page.prev");
        assertAlike(LIST + "?limit=1&locale=ru&cursor=" + back, 200, Map.of());
    }

    @Test
    void a_list_is_the_same_compressed_and_to_those_who_have_it() {
        String etag = direct(LIST, Map.of()).header("ETag");

        assertAlike(LIST, 200, Map.of("Accept-Encoding", "gzip"));
        assertAlike(LIST, 304, Map.of("If-None-Match", etag));
    }

    @Test
    void it_is_the_same_to_pages_of_other_sites_and_of_the_newsroom() {
        assertAlike(NEWS + SLUG, 200, Map.of("Origin", "https://example.org"));
        assertAlike(NEWS + SLUG, 200, Map.of("Origin", "https://desk.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "application/json, */*",
                "application/json, text/plain, */*"
            })
    void who_takes_json_before_all_else_is_answered_directly(String accepted) {
        direct(NEWS + SLUG, Map.of("Accept", accepted)).then().statusCode(200);
    }

    private static String status(String path) {
        return given().config(AS_SENT).get(path).header("Cache-Status");
    }

    @ParameterizedTest
    @ValueSource(strings = {NEWS + SLUG, LIST, LIST + "?locale=ru&limit=5"})
    void it_is_kept_and_forgotten_like_any_answer(String path) {
        String status = direct(path, Map.of()).header("Cache-Status");
        assertThat(status, equalTo("vestnik; fwd=miss; stored"));
        assertThat(status(path), equalTo("vestnik; hit"));

        aNewsItem().titled("Следующее").exists();

        assertThat(status(path), not(equalTo("vestnik; hit")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no-such-item",
                "/no-such-item?locale=kk",
                "/" + SLUG + "?locale=de",
                "/" + SLUG + "?locale=",
                "/" + SLUG + "?locale",
                "/" + SLUG + "?locale=ru&locale=kk",
                "/" + SLUG + "?locale=r%75",
                "/" + SLUG + "?fields=id",
                "/" + SLUG + "?include=translations",
                "/" + SLUG + "?limit=1",
                "/" + SLUG + "?unknown=1",
                "/" + SLUG + "/",
                "/%70ogolove-saygaka",
                "/0193b0a0-0000-7000-8000-0000000000ff",
                "/",
                "?locale=de",
                "?limit=0",
                "?limit=101",
                "?limit=1e2",
                "?limit=01",
                "?cursor=none-of-ours",
                "?tag=a,b",
                "?tag=a&tag=b",
                "?tag=%D1%82",
                "?total=true",
                "?sort=title",
                "?include=body",
                "?fields=id,title",
                "?status=DRAFT",
                "?unknown=1"
            })
    void everything_else_is_the_resources(String rest) {
        double before = direct();
        Response plain = given().config(AS_SENT).urlEncodingEnabled(false).get(LIST + rest);
        Response other =
                given().config(AS_SENT)
                        .urlEncodingEnabled(false)
                        .header("Accept", BY_RESOURCE)
                        .get(LIST + rest);

        assertThat(direct(), equalTo(before));
        assertThat(plain.statusCode(), equalTo(other.statusCode()));
        assertThat(plain.asString(), equalTo(other.asString()));
    }

    @Test
    void so_is_the_answer_to_those_who_are_known_or_want_another_form() {
        double before = direct();

        Logins.editor().get(NEWS + id).then().statusCode(200);
        Logins.editor().get(LIST).then().statusCode(200);
        given().head(NEWS + id).then().statusCode(200);
        given().header("Accept", "application/ld+json").get(NEWS + id).then().statusCode(200);

        assertThat(direct(), equalTo(before));
    }
}
