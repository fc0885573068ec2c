package dev.vestnik.event;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import dev.vestnik.access.Logins;
import dev.vestnik.access.Role;
import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.change.ChangeWatch;
import dev.vestnik.news.DueNews;
import dev.vestnik.testing.EventClient;
import dev.vestnik.testing.EventClient.Event;
import dev.vestnik.testing.Parallel;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever listens hears of what happens when it happens, once and in order, and can go on where it
/// was interrupted.
@QuarkusTest
class EventStreamTest {

    private static final String ITEM = "/api/v1/news/{id}";
    private static final int MOST_LISTENERS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/api/v1/events")
    URI events;

    @TestHTTPResource("/api/v1/")
    URI base;

    @Inject ChangeWatch watch;
    @Inject ChangeLines log;
    @Inject EntityManager database;
    @Inject MeterRegistry metrics;

    private final List<EventClient> clients = new ArrayList<>();

    @AfterEach
    void everybody_goes() {
        clients.forEach(EventClient::close);
        await(() -> listeners() == 0);
    }

    private EventClient listen() {
        return listen("");
    }

    private EventClient listen(String query) {
        return listen(query, null);
    }

    private EventClient listen(String query, String lastEventId) {
        EventClient client = EventClient.listen(URI.create(events + query), lastEventId);
        clients.add(client);
        return client;
    }

    private double listeners() {
        return metrics.get("vestnik.events.listeners").gauge().value();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void post(String id, String verb) {
        Logins.editor().post(ITEM + "/" + verb, id).then().statusCode(200);
    }

    private static List<String> types(List<Event> events) {
        return events.stream().map(Event::type).toList();
    }

    /// Lines as another node would write them, which this one is not told of.
    private void anotherNodeWrites(long first, int count) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    for (long seq = first; seq < first + count; seq++) {
                        database.createNativeQuery(
                                        """
                                        insert into change (seq, at, kind, id, what)
                                        values (?1, current_timestamp, 'TAG', ?2, 'created')\
                                        """)
                                .setParameter(1, seq)
                                .setParameter(2, UUID.randomUUID())
                                .executeUpdate();
                    }
                });
    }

    @Test
    void what_happens_is_told_at_once_and_in_order() {
        EventClient client = listen();

        String tag = aTag().slug("water").exists();
        String id = aNewsItem().in("kk").exists();
        post(id, "unpublish");

        List<Event> told = client.next(3);
        assertThat(types(told), contains("tag.created", "news.published", "news.unpublished"));
        assertThat(told.stream().map(Event::id).toList(), contains("1", "3", "4"));
        assertThat(told.get(0).data().path("id").asText(), equalTo(tag));
        assertThat(told.get(0).data().has("locale"), equalTo(false));
        var published = told.get(1).data();
        assertThat(published.path("type").asText(), equalTo("news.published"));
        assertThat(published.path("id").asText(), equalTo(id));
        assertThat(published.path("locale").asText(), equalTo("kk"));
        assertThat(published.path("seq").asLong(), equalTo(3L));
        assertThat(published.path("links").path("self").asText(), equalTo("/api/v1/news/" + id));
    }

    @Test
    void the_answer_is_a_stream_that_nobody_keeps() {
        EventClient client = listen();

        assertThat(client.status(), equalTo(200));
        assertThat(
                client.headers().firstValue("Content-Type").orElse(""),
                equalTo("text/event-stream"));
        assertThat(client.headers().firstValue("Cache-Control").orElse(""), equalTo("no-store"));
        assertThat(client.headers().firstValue("X-Accel-Buffering").orElse(""), equalTo("no"));
        assertThat(client.headers().firstValue("Content-Encoding").isPresent(), equalTo(false));
    }

    @Test
    void what_is_read_after_an_event_shows_it() {
        EventClient client = listen("?types=news.*");
        for (int n = 0; n < 20; n++) {
            String id = aNewsItem().titled("Новость " + n).exists();
            when().get("/api/v1/news").then().statusCode(200);
            post(id, "unpublish");

            client.next(2);

            when().get(ITEM, id).then().statusCode(410);
        }
    }

    @Test
    void nobody_hears_of_drafts() {
        EventClient client = listen();

        String draft = aNewsItem().unpublished().exists();
        post(draft, "submit");
        Logins.editor().header("If-Match", "*").delete(ITEM, draft).then().statusCode(204);
        String id = aNewsItem().exists();

        assertThat(client.next().data().path("id").asText(), equalTo(id));
    }

    @Test
    void what_was_planned_is_told_when_it_happens() {
        TestClock.stopAt("2026-03-01T08:00:00Z");
        String id = aNewsItem().unpublished().exists();
        Logins.editor()
                .contentType(JSON)
                .body(Map.of("at", "2026-03-01T09:00:00Z"))
                .post(ITEM + "/publish", id)
                .then()
                .statusCode(200);
        EventClient client = listen();
        assertThat(client.heard(), empty());

        TestClock.advance(Duration.ofHours(1));
        DueNews.isCarriedOut();

        Event event = client.next();
        assertThat(event.type(), equalTo("news.published"));
        assertThat(event.data().path("id").asText(), equalTo(id));
    }

    @Test
    void who_was_away_hears_all_that_was_missed() {
        EventClient client = listen();
        aNewsItem().exists();
        client.next();
        String last = client.lastId();
        client.close();
        aTag().slug("water").exists();
        String id = aNewsItem().exists();

        EventClient again = listen("", last);
        EventClient byAddress = listen("?lastEventId=" + last);

        assertThat(types(again.next(2)), contains("tag.created", "news.published"));
        assertThat(types(byAddress.next(2)), contains("tag.created", "news.published"));
        post(id, "archive");
        assertThat(again.next().type(), equalTo("news.unpublished"));
        assertThat(byAddress.next().type(), equalTo("news.unpublished"));
    }

    @Test
    void who_has_heard_nothing_yet_can_go_on_all_the_same() {
        aNewsItem().exists();
        EventClient client = listen();
        await(() -> client.lastId().equals("2"));
        client.close();
        aTag().slug("water").exists();

        EventClient again = listen("", client.lastId());

        assertThat(again.next().type(), equalTo("tag.created"));
    }

    @Test
    void filters_leave_out_what_nobody_asked_for() {
        EventClient russian = listen("?locale=ru");
        EventClient tags = listen("?types=tag.*");
        EventClient ends = listen("?types=news.unpublished,tag.updated");

        aNewsItem().in("kk").exists();
        String id = aNewsItem().in("ru").exists();
        aTag().slug("water").exists();
        post(id, "unpublish");

        assertThat(
                types(russian.next(3)),
                contains("news.published", "tag.created", "news.unpublished"));
        assertThat(tags.next().type(), equalTo("tag.created"));
        assertThat(ends.next().type(), equalTo("news.unpublished"));
        assertThat(russian.heard(), empty());
        assertThat(tags.heard(), empty());
    }

    @Test
    void heart_beats_move_on_who_hears_nothing() {
        EventClient client = listen("?types=notice.published");
        int greeting = client.comments();

        aNewsItem().exists();

        await(() -> client.comments() > greeting + 1 && client.lastId().equals("2"));
        assertThat(client.heard(), empty());
    }

    @Test
    void a_log_that_is_another_is_told() {
        aNewsItem().exists();
        EventClient client = listen();
        QuarkusTransaction.requiringNew().run(() -> Change.delete("seq > 1"));

        watch.look();

        assertThat(client.next().type(), equalTo("resync"));
        assertThat(client.lastId(), equalTo("0"));
    }

    @Test
    void an_id_that_the_log_does_not_have_is_told_to_begin_anew_and_goes_on() {
        EventClient client = listen("", "4711");

        assertThat(client.next().type(), equalTo("resync"));

        aTag().slug("water").exists();
        assertThat(client.next().type(), equalTo("tag.created"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", "01", "9999999999999999999", " 1"})
    void a_bad_id_is_refused(String id) {
        given().queryParam("lastEventId", id).get(events).then().statusCode(400);
        given().header("Last-Event-ID", id.strip() + "?").get(events).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?types=news.created", "?types=news.", "?types=*", "?locale=xx", "?a=1"})
    void what_is_not_known_is_refused(String query) {
        when().get(events + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void it_is_offered_as_a_stream_only() {
        given().accept(JSON).get(events).then().statusCode(406);
        when().head(events).then().statusCode(200).contentType("text/event-stream");
        when().post(events).then().statusCode(405);
        given().header("Origin", "https://reader.example")
                .header("Access-Control-Request-Method", "GET")
                .options(events)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void no_more_than_so_many_may_listen() {
        for (int n = 0; n < MOST_LISTENERS; n++) {
            assertThat(listen().status(), equalTo(200));
        }

        when().get(events)
                .then()
                .statusCode(503)
                .header("Retry-After", "30")
                .body("code", equalTo("BUSY"));

        clients.remove(0).close();
        await(() -> listeners() < MOST_LISTENERS);
        assertThat(listen().status(), equalTo(200));
    }

    @Test
    void who_does_not_read_is_cut_off_and_the_others_go_on() throws IOException {
        int many = 4000;
        anotherNodeWrites(1, many);
        EventClient other = listen("", "0");
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            slow.getOutputStream()
                    .write(
                            "GET /api/v1/events HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            await(() -> listeners() == 2);

            watch.look();

            await(() -> listeners() == 1);
        }
        List<Event> told = other.next(many);
        assertThat(told.get(many - 1).id(), equalTo(String.valueOf(many)));
        assertThat(new HashSet<>(told), hasSize(many));
        when().get("/q/metrics")
                .then()
                .body(matchesPattern("(?s).*\nvestnik_events_cut_off_total [1-9].*"));
    }

    /// A listener that comes and goes while the newsroom works hears everything once and in order.
    @Test
    void nothing_is_missed_or_told_twice_however_often_one_comes_and_goes() throws Exception {
        long seed = Long.getLong("vestnik.seed", new Random().nextLong());
        Random random = new Random(seed);
        Thread newsroom = new Thread(() -> work(new Random(seed)), "newsroom");
        List<String> heard = new ArrayList<>();
        String last = "0";
        int comings = 0;

        newsroom.start();
        while (newsroom.isAlive()) {
            try (EventClient client = EventClient.listen(events, last)) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
                client.heard().forEach(event -> heard.add(event.toString()));
                comings++;
                last = heard.isEmpty() ? "0" : heard.get(heard.size() - 1).split(" ")[0];
            }
        }
        List<String> all =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                log.after(0, 10_000).stream()
                                        .flatMap(line ->
                                                EventType.of(line)
                                                        .map(type -> line.seq + " " + type)
                                                        .stream())
                                        .toList());
        EventClient client = listen("", last);
        client.next(all.size() - heard.size()).forEach(event -> heard.add(event.toString()));

        assertThat("With -Dvestnik.seed=" + seed, heard, equalTo(all));
        assertThat(comings, greaterThan(5));
        assertThat(Set.copyOf(heard), hasSize(heard.size()));
    }

    /// Two at once, so that lines are told out of order now and then.
    private void work(Random random) {
        String login = Logins.token("an-admin", Role.ADMIN);
        Wire wire = new Wire(base);
        try {
            Parallel.times(
                    2,
                    number -> {
                        for (int n = 0; n < 20; n++) {
                            String id =
                                    wire.send(
                                                    "POST",
                                                    "news",
                                                    login,
                                                    aNewsItem().titled(number + " " + n).input())
                                            .json()
                                            .path("id")
                                            .asText();
                            wire.send("POST", "news/" + id + "/publish", login, null);
                            if (random.nextBoolean()) {
                                wire.send("POST", "news/" + id + "/unpublish", login, null);
                            }
                        }
                        return null;
                    });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
