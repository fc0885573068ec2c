package dev.vestnik.webhook;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.TagBuilder.aTag;
import static dev.vestnik.testing.WebhookReceiver.answer;
import static dev.vestnik.webhook.DueWebhooks.DELIVERIES;
import static dev.vestnik.webhook.DueWebhooks.WEBHOOK;
import static dev.vestnik.webhook.DueWebhooks.areSent;
import static dev.vestnik.webhook.DueWebhooks.areSentAfter;
import static dev.vestnik.webhook.DueWebhooks.deliveries;
import static dev.vestnik.webhook.DueWebhooks.enabled;
import static dev.vestnik.webhook.DueWebhooks.idToldOf;
import static dev.vestnik.webhook.DueWebhooks.toldOf;
import static dev.vestnik.webhook.DueWebhooks.verify;
import static dev.vestnik.webhook.DueWebhooks.webhook;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.WebhookReceiver;
import dev.vestnik.testing.WebhookReceiver.Answering;
import dev.vestnik.testing.WebhookReceiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event arrives, once or more often, in order, whatever a receiver does.
@QuarkusTest
class WebhookDeliveryTest {

    private static final String ITEM = "/api/v1/news/{id}";

    private WebhookReceiver receiver;
    private Instant now;

    @BeforeEach
    void open() throws IOException {
        // The standard's library holds the time of a message against the machine's.
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        TestClock.stopAt(now.toString());
        SteeredTargets.allowPrivate = true;
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        SteeredTargets.allowPrivate = false;
        receiver.close();
    }

    private List<String> types() {
        return receiver.received().stream().map(one -> one.json().path("type").asText()).toList();
    }

    private static void changed(String item, String title) {
        Logins.editor()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", title))
                .patch(ITEM, item)
                .then()
                .statusCode(200);
        Logins.editor().post(ITEM + "/publish", item).then().statusCode(200);
    }

    @Test
    void an_event_arrives_signed_as_the_standard_has_it() throws Exception {
        String secret = toldOf(receiver.url()).extract().path("secret");
        String item = aNewsItem().exists();

        areSent();

        assertThat(receiver.received(), hasSize(1));
        Received message = receiver.received().get(0);
        verify(secret, message);
        assertThat(message.id(), startsWith("msg_"));
        assertThat(message.header("content-type"), equalTo("application/json"));
        assertThat(message.json().path("type").asText(), equalTo("news.published"));
        assertThat(message.json().path("timestamp").asText(), equalTo(now.toString()));
        assertThat(message.json().at("/data/id").asText(), equalTo(item));
        assertThat(message.json().at("/data/locale").asText(), equalTo("ru"));
        assertThat(message.json().at("/data/seq").asLong(), greaterThan(0L));
        assertThat(
                message.json().at("/data/links/self").asText(),
                equalTo("http://localhost:8080/api/v1/news/" + item));
    }

    @Test
    void nothing_is_told_of_drafts() throws Exception {
        String webhook = idToldOf(receiver);
        aNewsItem().unpublished().exists();

        areSent();

        assertThat(receiver.received(), empty());
        deliveries(webhook).body("items", empty());
    }

    @Test
    void nothing_is_told_of_what_was_before_the_webhook() throws Exception {
        aNewsItem().exists();
        idToldOf(receiver);

        areSent();

        assertThat(receiver.received(), empty());
    }

    @Test
    void only_the_events_that_are_wanted_are_sent() throws Exception {
        idToldOf(receiver, "tag.*", "news.unpublished");
        aTag().with("slug", "water").exists();
        String item = aNewsItem().exists();
        Logins.editor().post(ITEM + "/unpublish", item).then().statusCode(200);

        areSent();

        assertThat(types(), containsInAnyOrder("tag.created", "news.unpublished"));
    }

    @Test
    void an_event_waits_until_every_node_reads_the_new_state() throws Exception {
        idToldOf(receiver);
        aNewsItem().exists();

        areSentAfter(Duration.ofMillis(1100));
        assertThat(receiver.received(), empty());
        areSentAfter(Duration.ofMillis(100));

        assertThat(receiver.received(), hasSize(1));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("an error", (message, call) -> answer(call, 500, "broken")),
                failure("a refusal", (message, call) -> answer(call, 404, "who?")),
                failure(
                        "a redirect",
                        (message, call) -> answer(call, 307, "", "Location: /elsewhere")),
                failure("slowness", (message, call) -> Thread.sleep(3000)),
                failure("no answer", (message, call) -> call.close()),
                failure(
                        "half an answer",
                        (message, call) -> {
                            call.sendResponseHeaders(200, 100);
                            call.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
                            call.getResponseBody().flush();
                            call.close();
                        }));
    }

    private static Arguments failure(String name, Answering how) {
        return Arguments.argumentSet(name, how);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_failed_is_tried_again_under_the_same_id(Answering how) throws Exception {
        String secret = toldOf(receiver.url()).extract().path("secret");
        String webhook = Logins.admin().get(DueWebhooks.WEBHOOKS).path("items[0].id");
        receiver.answers(how);
        aNewsItem().exists();

        areSent();
        deliveries(webhook)
                .body("items.state", contains("PENDING"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].nextAt", notNullValue());
        receiver.answers(204);
        areSentAfter(Duration.ofSeconds(6));

        assertThat(receiver.received(), hasSize(2));
        Received first = receiver.received().get(0);
        Received second = receiver.received().get(1);
        assertThat(second.path(), equalTo("/hook"));
        assertThat(second.id(), equalTo(first.id()));
        assertThat(second.body(), equalTo(first.body()));
        verify(secret, second);
        deliveries(webhook)
                .body("items.state", contains("DELIVERED"))
                .body("items[0].messageId", equalTo(first.id()))
                .body("items[0].attempts", equalTo(2));
        webhook(webhook).body("failingSince", nullValue());
    }

    @Test
    void a_receiver_that_is_down_gets_everything_when_it_is_up() throws Exception {
        String webhook = idToldOf(receiver);
        receiver.goDown();
        aNewsItem().exists();
        aNewsItem().exists();

        areSent();
        deliveries(webhook).body("items.lastStatus", contains(nullValue(), nullValue()));
        webhook(webhook).body("failingSince", notNullValue());
        receiver.comeUp();
        areSentAfter(Duration.ofSeconds(6));

        assertThat(receiver.received(), hasSize(2));
    }

    @Test
    void a_receiver_that_asks_for_a_rest_is_left_alone_with_everything() throws Exception {
        String webhook = idToldOf(receiver);
        receiver.answers(429, "Retry-After: 120");
        aNewsItem().exists();
        areSent();
        receiver.answers(204);
        aNewsItem().exists();

        areSentAfter(Duration.ofSeconds(118));
        assertThat(receiver.received(), hasSize(1));
        webhook(webhook).body("pausedUntil", notNullValue());
        areSentAfter(Duration.ofSeconds(2));

        assertThat(receiver.received(), hasSize(3));
    }

    @Test
    void a_rest_may_be_asked_for_until_a_time() throws Exception {
        idToldOf(receiver);
        String until =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        now.plusSeconds(600).atOffset(ZoneOffset.UTC));
        receiver.answers(503, "Retry-After: " + until);
        aNewsItem().exists();
        areSent();
        receiver.answers(204);

        areSentAfter(Duration.ofSeconds(590));
        assertThat(receiver.received(), hasSize(1));
        areSentAfter(Duration.ofSeconds(10));

        assertThat(receiver.received(), hasSize(2));
    }

    @Test
    void events_of_one_item_keep_their_order_and_hold_up_no_other() throws Exception {
        idToldOf(receiver);
        String stuck = aNewsItem().exists();
        changed(stuck, "Второй раз");
        String other = aNewsItem().exists();
        receiver.answers(
                (message, call) -> answer(call, message.body().contains(stuck) ? 500 : 204, ""));

        areSent();
        assertThat(subjects(), containsInAnyOrder(stuck, other));
        receiver.answers(204);
        areSentAfter(Duration.ofSeconds(6));

        assertThat(subjects().subList(2, 4), contains(stuck, stuck));
        assertThat(types().subList(2, 4), contains("news.published", "news.updated"));
    }

    private List<String> subjects() {
        return receiver.received().stream().map(one -> one.json().at("/data/id").asText()).toList();
    }

    @Test
    void a_receiver_that_is_gone_is_told_nothing_until_it_is_enabled_again() throws Exception {
        String webhook = idToldOf(receiver);
        receiver.answers(410);
        String first = aNewsItem().exists();

        areSent();
        webhook(webhook).body("disabled", equalTo(true)).body("disabledReason", equalTo("GONE"));
        Logins.admin()
                .queryParam("action", "Webhook_disable_gone")
                .get("/api/v1/audit")
                .then()
                .body("items.resourceId", contains(webhook))
                .body("items.method", contains("JOB"));
        receiver.answers(204);
        String second = aNewsItem().exists();
        areSentAfter(Duration.ofHours(5));
        assertThat(receiver.received(), hasSize(1));

        enabled(webhook).body("disabledReason", nullValue());
        areSent();

        assertThat(subjects(), containsInAnyOrder(first, first, second));
    }

    @Test
    void after_three_days_of_failure_it_is_disabled_and_nothing_is_lost() throws Exception {
        String webhook = idToldOf(receiver);
        receiver.answers(500);
        String item = aNewsItem().exists();
        areSent();
        List<Duration> pauses = new ArrayList<>();
        Instant last = now.plusMillis(1200);
        while (!Logins.admin().get(WEBHOOK, webhook).<Boolean>path("disabled")) {
            Instant next = Instant.parse(deliveries(webhook).extract().path("items[0].nextAt"));
            pauses.add(Duration.between(last, next));
            last = next;
            TestClock.stopAt(next.toString());
            areSentAfter(Duration.ZERO);
        }

        assertThat(Duration.between(now.plusMillis(1200), last), equalTo(Duration.ofDays(3)));
        assertThat(pauses.get(0).toMillis(), allOf(greaterThan(3999L), lessThanOrEqualTo(6000L)));
        for (int n = 1; n < 9; n++) {
            assertThat(pauses.get(n), greaterThan(pauses.get(n - 1)));
        }
        webhook(webhook).body("disabledReason", equalTo("FAILING"));
        Logins.admin()
                .queryParam("action", "Webhook_disable_failing")
                .get("/api/v1/audit")
                .then()
                .body("items.resourceId", contains(webhook));
        receiver.answers(204);
        enabled(webhook);
        areSent();
        deliveries(webhook)
                .body("items.state", contains("DELIVERED"))
                .body("items.subjectId", contains(item));
    }

    @Test
    void one_event_that_alone_does_not_get_through_is_given_up_after_three_days() throws Exception {
        String webhook = idToldOf(receiver);
        String stuck = aNewsItem().exists();
        changed(stuck, "Второй раз");
        receiver.answers((message, call) ->
                answer(
                        call,
                        message.body().contains(stuck) && message.body().contains("news.published")
                                ? 500
                                : 204,
                        ""));
        areSent();

        for (int day = 0; day < 13; day++) {
            aNewsItem().exists();
            areSentAfter(Duration.ofHours(6));
        }

        Logins.admin()
                .queryParam("state", "FAILED")
                .get(DELIVERIES, webhook)
                .then()
                .body("items.subjectId", contains(stuck))
                .body("items.lastStatus", contains(500));
        Logins.admin()
                .queryParam("state", "PENDING")
                .get(DELIVERIES, webhook)
                .then()
                .body("items", empty());
        webhook(webhook).body("disabled", equalTo(false));
        assertThat(types(), hasItems("news.updated"));
    }
}
