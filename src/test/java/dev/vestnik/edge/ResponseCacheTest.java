package dev.vestnik.edge;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import dev.vestnik.change.ChangeWatch;
import dev.vestnik.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Public answers come from ready bytes, and are as those that are not.
@QuarkusTest
class ResponseCacheTest {

    private static final String NEWS = "/api/v1/news";
    private static final String TAGS = "/api/v1/tags";
    private static final String HIT = "vestnik; hit";
    private static final String STORED = "vestnik; fwd=miss; stored";
    private static final String BYPASS = "vestnik; fwd=bypass";
    private static final RestAssuredConfig UNCOMPRESSED =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    /// Differ from one answer to the next.
    private static final Set<String> OF_THE_REQUEST = Set.of("x-request-id", "cache-status");

    @Inject ResponseCache cache;
    @Inject ChangeWatch watch;
    @Inject EntityManager database;

    private static RequestSpecification plainly() {
        return given().config(UNCOMPRESSED).urlEncodingEnabled(false);
    }

    private static String status(String path) {
        return plainly().get(path).header("Cache-Status");
    }

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

    private static void edit(String id, Map<String, ?> change) {
        save(id, change);
        Logins.editor().contentType(JSON).body(Map.of()).post(NEWS + "/" + id + "/publish");
    }

    /// Saves what the public does not see yet.
    private static void save(String id, Map<String, ?> change) {
        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(change)
                .patch(NEWS + "/" + id)
                .then()
                .statusCode(200);
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

    /// Asks for a path as it is spelled, which HTTP clients tidy.
    private static String exactly(String path) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
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

    /// Which pages an edit empties, and which it leaves.
    @Test
    void an_edit_empties_what_it_touches_alone() {
        aTag().slug("water").exists();
        aTag().slug("steppe").named("Степь").exists();
        String first = aNewsItem().tagged("water").publishedAt("2026-01-01T08:00:00Z").exists();
        String second = aNewsItem().tagged("steppe").publishedAt("2026-01-02T08:00:00Z").exists();
        String third = aNewsItem().publishedAt("2026-01-03T08:00:00Z").exists();
        String kazakh = aNewsItem().in("kk").tagged("water").exists();
        List<String> touched =
                List.of(
                        NEWS,
                        NEWS + "?locale=ru",
                        NEWS + "?tag=water",
                        NEWS + "?tag=water&locale=ru",
                        NEWS + "/" + first,
                        NEWS + "/" + second,
                        "/feeds/ru/rss.xml");
        List<String> left =
                List.of(
                        NEWS + "?locale=kk",
                        NEWS + "?tag=water&locale=kk",
                        NEWS + "?tag=steppe",
                        NEWS + "/" + third,
                        NEWS + "/" + kazakh,
                        TAGS + "?locale=kk",
                        "/feeds/kk/rss.xml");
        touched.forEach(ResponseCacheTest::status);
        left.forEach(ResponseCacheTest::status);

        edit(first, Map.of("title", "Иначе"));

        for (String path : left) {
            assertThat(path, status(path), equalTo(HIT));
        }
        for (String path : touched) {
            assertThat(path, status(path), equalTo(STORED));
        }
    }

    @Test
    void a_tag_that_an_item_gets_or_loses_empties_its_pages() {
        aTag().slug("water").exists();
        aTag().slug("steppe").named("Степь").exists();
        String id = aNewsItem().tagged("water").exists();
        for (String tag : List.of("water", "steppe")) {
            status(NEWS + "?tag=" + tag);
            status(TAGS + "/" + tag);
        }

        edit(id, Map.of("tags", List.of("steppe")));

        plainly().get(NEWS + "?tag=water").then().body("items.size()", equalTo(0));
        plainly().get(NEWS + "?tag=steppe").then().body("items.size()", equalTo(1));
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(0));
        plainly().get(TAGS + "/steppe").then().body("newsCount", equalTo(1));
    }

    @Test
    void a_new_item_empties_the_pages_of_its_tags_alone() {
        aTag().slug("water").exists();
        aTag().slug("steppe").named("Степь").exists();
        List<String> left = List.of(TAGS + "/steppe", NEWS + "?tag=steppe", TAGS + "?locale=kk");
        left.forEach(ResponseCacheTest::status);
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(0));
        status(NEWS + "?tag=water");

        aNewsItem().tagged("water").exists();

        for (String path : left) {
            assertThat(path, status(path), equalTo(HIT));
        }
        plainly().get(TAGS + "/water").then().body("newsCount", equalTo(1));
        plainly().get(NEWS + "?tag=water").then().body("items.size()", equalTo(1));
    }

    @Test
    void what_readers_do_not_see_empties_nothing() {
        String id = aNewsItem().exists();
        status(NEWS);
        status(NEWS + "/" + id);

        aNewsItem().unpublished().exists();
        save(id, Map.of("title", "Draft"));

        assertThat(status(NEWS), equalTo(HIT));
        assertThat(status(NEWS + "/" + id), equalTo(HIT));
    }

    /// Readers do not even wait until it is found out what was touched: nothing is in doubt, and
    /// what is being computed meanwhile is kept.
    @Test
    void drafts_put_nothing_in_doubt() throws Exception {
        aNewsItem().exists();
        assertThat(status(NEWS), equalTo(STORED));
        assertThat(status(NEWS), equalTo(HIT));
        long epoch = cache.epoch();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Void> reader =
                CompletableFuture.runAsync(() -> {
                    while (!written.isDone()) {
                        seen.add(status(NEWS));
                    }
                });

        try {
            String draft = aNewsItem().unpublished().exists();
            for (int n = 0; n < 10; n++) {
                save(draft, Map.of("title", "Черновик " + n));
                seen.add(status(NEWS));
            }
        } finally {
            written.complete(null);
        }
        reader.get(10, TimeUnit.SECONDS);

        assertThat(seen, everyItem(equalTo(HIT)));
        assertThat(cache.epoch(), equalTo(epoch));
    }

    @Test
    void a_draft_shows_once_it_is_published() {
        aNewsItem().titled("Прежнее").publishedAt("2026-01-01T08:00:00Z").exists();
        String draft = aNewsItem().titled("Черновик").unpublished().exists();
        status(NEWS);
        assertThat(status(NEWS), equalTo(HIT));

        verb(draft, "publish");

        plainly()
                .get(NEWS)
                .then()
                .header("Cache-Status", STORED)
                .body("items.title", contains("Черновик", "Прежнее"));
        assertThat(status(NEWS), equalTo(HIT));
    }

    @Test
    void a_tags_new_name_and_slug_show_at_once() {
        String tag = aTag().slug("water").exists();
        String id = aNewsItem().tagged("water").exists();
        String other = aNewsItem().exists();
        List<String> all =
                List.of(
                        NEWS + "?tag=rivers",
                        NEWS + "?tag=water",
                        NEWS + "/" + id,
                        TAGS,
                        TAGS + "/" + tag);
        all.forEach(ResponseCacheTest::status);
        status(NEWS + "/" + other);

        Logins.editor()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("slug", "rivers"))
                .patch(TAGS + "/" + tag)
                .then()
                .statusCode(200);

        plainly().get(NEWS + "?tag=rivers").then().body("items.size()", equalTo(1));
        plainly().get(NEWS + "/" + id).then().body("tags[0].slug", equalTo("rivers"));
        plainly().get(TAGS).then().body("items[0].slug", equalTo("rivers"));
        plainly().get(TAGS + "/" + tag).then().body("slug", equalTo("rivers"));
    }

    @Test
    void translations_and_neighbours_that_come_and_go_show_at_once() {
        String id = aNewsItem().publishedAt("2026-01-01T08:00:00Z").exists();
        String path = NEWS + "/" + id + "?include=translations";
        status(path);
        String translation =
                Logins.editor()
                        .contentType(JSON)
                        .body(
                                Map.of(
                                        "locale", "kk",
                                        "title", "Ақбөкен",
                                        "body", Map.of("format", "html", "content", "<p>А</p>")))
                        .post(NEWS + "/" + id + "/translations")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        verb(translation, "publish");
        plainly().get(path).then().body("translations.size()", equalTo(1));
        verb(translation, "unpublish");
        plainly().get(path).then().body("translations.size()", equalTo(0));
        String next = aNewsItem().titled("Следующее").exists();
        plainly().get(path).then().body("next.id", equalTo(next));
        verb(next, "archive");
        plainly().get(path).then().body("next", nullValue());
    }

    private static void verb(String id, String verb) {
        Logins.editor()
                .contentType(JSON)
                .body(Map.of())
                .post(NEWS + "/" + id + "/" + verb)
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_planned_shows_at_its_time_without_anybodys_line() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        aNewsItem().publishedAt("2026-03-01T09:00:00Z").exists();
        plainly().get(NEWS).then().body("items.size()", equalTo(0));
        TestClock.advance(Duration.ofMinutes(59));
        plainly().get(NEWS).then().header("Cache-Status", HIT).body("items.size()", equalTo(0));

        TestClock.advance(Duration.ofMinutes(1));

        plainly().get(NEWS).then().body("items.size()", equalTo(1));
    }

    /// Whoever trashes it asks the time a moment before readers do.
    @Test
    void what_is_trashed_just_when_it_is_to_appear_is_gone() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String id = aNewsItem().publishedAt("2026-03-01T09:00:00Z").exists();
        TestClock.stopAt("2026-03-01T09:00:00Z");
        plainly().get(NEWS).then().body("items.size()", equalTo(1));
        TestClock.stopAt("2026-03-01T08:59:59Z");
        Logins.editor().header("If-Match", "*").delete(NEWS + "/" + id).then().statusCode(204);

        TestClock.stopAt("2026-03-01T09:00:00Z");

        plainly().get(NEWS).then().body("items.size()", equalTo(0));
    }

    @Test
    void what_stands_above_the_others_does_so_as_long_as_was_said() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String pinned =
                aNewsItem()
                        .with("featuredUntil", "2026-03-01T09:00:00Z")
                        .publishedAt("2026-01-01T08:00:00Z")
                        .exists();
        String newest = aNewsItem().publishedAt("2026-02-01T08:00:00Z").exists();
        plainly().get(NEWS).then().body("items[0].id", equalTo(pinned));

        TestClock.advance(Duration.ofHours(1));

        plainly().get(NEWS).then().body("items[0].id", equalTo(newest));
    }

    @Test
    void what_another_node_withdraws_is_gone_once_its_line_is_seen() throws Exception {
        String id = aNewsItem().exists();
        status(NEWS);
        status(NEWS + "/" + id);
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    write("delete from pin");
                    write("delete from publication");
                    write("update change_clock set seq = 3");
                    write(
                            "insert into change (seq, at, kind, id, locale, what) values"
                                    + " (3, current_timestamp, 'NEWS', '"
                                    + id
                                    + "', 'ru', 'unpublished')");
                });

        watch.look();

        plainly().get(NEWS).then().body("items.size()", equalTo(0));
        plainly().get(NEWS + "/" + id).then().statusCode(410);
    }

    private void write(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }

    @Test
    void a_miss_is_computed_once_however_many_wait() {
        for (int n = 0; n < 20; n++) {
            aNewsItem().exists();
        }
        cache.forgetAll();
        ExecutorService clients = Executors.newFixedThreadPool(50);
        List<CompletableFuture<String>> asked =
                IntStream.range(0, 50)
                        .mapToObj(n -> CompletableFuture.supplyAsync(() -> status(NEWS), clients))
                        .toList();
        List<String> statuses = asked.stream().map(CompletableFuture::join).toList();
        clients.shutdown();

        assertThat(
                statuses.toString(), statuses.stream().filter(STORED::equals).count(), equalTo(1L));
        assertThat(
                statuses.toString(),
                statuses.stream().allMatch(status -> !status.equals("vestnik; fwd=miss")));
    }

    @Test
    void whoever_asks_after_the_writer_was_answered_gets_what_was_written() throws Exception {
        String id = aNewsItem().exists();
        ExecutorService readers = Executors.newFixedThreadPool(4);
        CompletableFuture<Void> stop = new CompletableFuture<>();
        for (int n = 0; n < 4; n++) {
            readers.execute(() -> {
                while (!stop.isDone()) {
                    plainly().get(NEWS);
                    plainly().get(NEWS + "/" + id);
                }
            });
        }
        try {
            for (int n = 0; n < 40; n++) {
                edit(id, Map.of("title", "Title " + n));
                plainly().get(NEWS).then().body("items[0].title", equalTo("Title " + n));
                plainly().get(NEWS + "/" + id).then().body("title", equalTo("Title " + n));
            }
        } finally {
            stop.complete(null);
            readers.shutdown();
        }
    }
}
