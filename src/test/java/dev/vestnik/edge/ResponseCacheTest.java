package dev.vestnik.edge;

import static dev.vestnik.edge.ReadyAnswers.HIT;
import static dev.vestnik.edge.ReadyAnswers.NEWS;
import static dev.vestnik.edge.ReadyAnswers.STORED;
import static dev.vestnik.edge.ReadyAnswers.TAGS;
import static dev.vestnik.edge.ReadyAnswers.plainly;
import static dev.vestnik.edge.ReadyAnswers.status;
import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Public answers come from ready bytes, and are as those that are not.
@QuarkusTest
class ResponseCacheTest {

    private static final String BYPASS = "vestnik; fwd=bypass";

    /// Differ from one answer to the next.
    private static final Set<String> OF_THE_REQUEST = Set.of("x-request-id", "cache-status");

    @Inject ResponseCache cache;

    private static Map<String, String> headers(Response answer) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : answer.headers()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!OF_THE_REQUEST.contains(name)) {
                headers.merge(name, header.getValue(), (a, b) -> a + " | " + b);
            }
        }
        return headers;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', false",
        "GET, '', true",
        "GET, '/water', false",
        "GET, '/water', true",
        "HEAD, '', false",
        "HEAD, '/water', true",
        "GET, '?fields=id,title&limit=1', false",
        "GET, '?tag=ecology', true",
        "GET, '/water?include=translations', false"
    })
    void what_is_ready_is_what_would_be_computed(String method, String rest, boolean compressed) {
        aTag().slug("ecology").exists();
        aNewsItem()
                .tagged("ecology")
                .with("slug", "water")
                .body("html", "<p>" + "Сайгак. ".repeat(500) + "</p>")
                .exists();
        aNewsItem().exists();

        List<Response> answers = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            answers.add(
                    plainly()
                            .header("Accept-Encoding", compressed ? "gzip" : "identity")
                            .header("Origin", "https://anyone.example")
                            .request(method, NEWS + rest));
        }

        assertThat(answers.get(0).header("Cache-Status"), equalTo(STORED));
        assertThat(answers.get(1).header("Cache-Status"), equalTo(HIT));
        assertThat(answers.get(1).statusCode(), equalTo(200));
        assertThat(headers(answers.get(1)), equalTo(headers(answers.get(0))));
        assertThat(answers.get(1).asByteArray(), equalTo(answers.get(0).asByteArray()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_304_is_the_same_too(boolean compressed) {
        aNewsItem().body("html", "<p>" + "Сайгак. ".repeat(500) + "</p>").exists();
        RequestSpecification asking =
                plainly()
                        .header("Accept-Encoding", compressed ? "gzip" : "identity")
                        .header("If-None-Match", "*");

        Response computed = asking.get(NEWS);
        Response ready = asking.get(NEWS);

        assertThat(computed.statusCode(), equalTo(304));
        assertThat(ready.statusCode(), equalTo(304));
        assertThat(ready.header("Cache-Status"), equalTo(HIT));
        assertThat(headers(ready), equalTo(headers(computed)));
        plainly().get(NEWS).then().header("Cache-Status", HIT).body("items.size()", equalTo(1));
    }

    @Test
    void every_kind_of_public_answer_is_kept() {
        aTag().slug("ecology").exists();
        String id = aNewsItem().tagged("ecology").exists();

        for (String path :
                List.of(
                        NEWS,
                        NEWS + "/" + id,
                        NEWS + "?tag=ecology&locale=ru",
                        TAGS,
                        TAGS + "/ecology",
                        "/feeds/ru/rss.xml",
                        "/feeds/ru/atom.xml",
                        "/feeds/ru/feed.json")) {
            assertThat(path, status(path), equalTo(STORED));
            assertThat(path, status(path), equalTo(HIT));
        }
    }

    @Test
    void the_order_of_parameters_does_not_matter() {
        aNewsItem().exists();
        status(NEWS + "?locale=ru&limit=5");

        assertThat(status(NEWS + "?limit=5&locale=ru"), equalTo(HIT));
        assertThat(status(NEWS + "?limit=6&locale=ru"), equalTo(STORED));
    }

    @Test
    void the_kind_of_answer_does() {
        String id = aNewsItem().exists();
        for (String type :
                List.of(
                        "application/json",
                        "application/ld+json",
                        "application/vnd.iptc.ninjs+json")) {
            for (int n = 0; n < 2; n++) {
                plainly()
                        .accept(type)
                        .get(NEWS + "/" + id)
                        .then()
                        .header("Content-Type", startsWith(type));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?unknown=1",
                "?limit=1000",
                "?locale=xx",
                "/no-such-item",
                "?cursor=abc",
                "?status=DRAFT"
            })
    void what_is_refused_is_not_kept(String rest) {
        long before = cache.count();
        plainly().get(NEWS + rest);

        assertThat(status(NEWS + rest), not(equalTo(HIT)));
        assertThat(cache.count(), equalTo(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/news",
                "/api/v1//news",
                "/api/v1/news;a=b",
                "/api/v1/%6eews",
                "/api/v1/../v1/news",
                "/api/v1/news/.",
                "/api/v1/news?",
                "/api/v1/news?&",
                "/api/v1/news?loc%61le=ru"
            })
    void odd_spellings_share_nothing_with_the_plain_one(String path) throws Exception {
        aNewsItem().exists();
        status(NEWS);

        assertThat(exactly(path), not(equalTo(HIT)));
        assertThat(exactly(path), not(equalTo(HIT)));
    }

    /// Java's own client before 19 says it of every read.
    @Test
    void who_says_that_there_is_no_body_gets_what_is_ready() throws Exception {
        aNewsItem().exists();
        exactly(NEWS);

        assertThat(exactly(NEWS, "Content-Length: 0\r\n\r\n"), equalTo(HIT));
        assertThat(exactly(NEWS, "Content-Length: 1\r\n\r\nx"), equalTo(BYPASS));
        assertThat(exactly(NEWS, "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), equalTo(BYPASS));
    }

    /// Asks for a path as it is spelled, which HTTP clients tidy.
    private static String exactly(String path) throws Exception {
        return exactly(path, "");
    }

    /// @param more headers, each with its end, and the body after an empty line
    private static String exactly(String path, String more) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request =
                    "GET "
                            + path
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + (more.isEmpty() ? "\r\n" : more);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf("\r\n\r\n"))
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("cache-status:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("none");
        }
    }

    @Test
    void nobody_gets_what_others_say_of_hosts() {
        aNewsItem().exists();
        aNewsItem().exists();
        for (String header :
                List.of("Host", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Host")) {
            cache.forgetAll();
            plainly().header(header, "evil.example").get(NEWS + "?limit=1");

            Response answer = plainly().get(NEWS + "?limit=1");

            assertThat(header, answer.header("Cache-Status"), equalTo(HIT));
            assertThat(header, headers(answer).toString(), not(containsString("evil")));
            assertThat(header, answer.asString(), not(containsString("evil")));
        }
    }

    @Test
    void who_logs_in_passes_it_by() {
        aNewsItem().exists();
        status(NEWS);

        Logins.editor()
                .get(NEWS)
                .then()
                .header("Cache-Status", BYPASS)
                .header("Cache-Control", "private, no-store");
        for (Header credential :
                List.of(
                        new Header("Authorization", "Bearer nonsense"),
                        new Header("Consent-Token", "nonsense"))) {
            given().header(credential).get(NEWS).then().header("Cache-Status", BYPASS);
        }
        given().header("Origin", "https://desk.example")
                .get(NEWS)
                .then()
                .header("Cache-Status", BYPASS)
                .header("Access-Control-Allow-Origin", "https://desk.example");
        assertThat(plainly().get(NEWS).header("Access-Control-Allow-Origin"), nullValue());
    }
}
