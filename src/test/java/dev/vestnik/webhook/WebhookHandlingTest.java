package dev.vestnik.webhook;

import static dev.vestnik.testing.NewsItemBuilder.aNewsItem;
import static dev.vestnik.testing.WebhookReceiver.answer;
import static dev.vestnik.webhook.DueWebhooks.DELIVERIES;
import static dev.vestnik.webhook.DueWebhooks.WEBHOOK;
import static dev.vestnik.webhook.DueWebhooks.areSent;
import static dev.vestnik.webhook.DueWebhooks.areSentAfter;
import static dev.vestnik.webhook.DueWebhooks.deliveries;
import static dev.vestnik.webhook.DueWebhooks.idToldOf;
import static dev.vestnik.webhook.DueWebhooks.toldOf;
import static dev.vestnik.webhook.DueWebhooks.verify;
import static io.restassured.http.ContentType.JSON;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.WebhookReceiver;
import dev.vestnik.testing.WebhookReceiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What administrators do with deliveries, and what is kept in bounds: how many go out at once, and
/// where to.
@QuarkusTest
class WebhookHandlingTest {

    @Inject DueDeliveries due;
    @Inject Outcomes outcomes;
    @Inject RetentionWorker retention;

    private WebhookReceiver receiver;

    @BeforeEach
    void open() throws IOException {
        // The standard's library holds the time of a message against the machine's.
        TestClock.stopAt(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
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

    @Test
    void a_delivery_can_be_sent_again() throws Exception {
        String webhook = idToldOf(receiver);
        aNewsItem().exists();
        areSent();
        String delivery = deliveries(webhook).extract().path("items[0].id");

        Logins.admin()
                .post(DELIVERIES + "/{delivery}/redelivery", webhook, delivery)
                .then()
                .statusCode(202)
                .body("state", equalTo("PENDING"));
        areSent();

        assertThat(receiver.received(), hasSize(2));
        assertThat(receiver.received().get(1).id(), equalTo(receiver.received().get(0).id()));
        Logins.admin()
                .get(DELIVERIES + "/{delivery}", webhook, delivery)
                .then()
                .body("attempts", equalTo(2))
                .body("payload", equalTo(receiver.received().get(0).body()));
        String other = idToldOf(receiver);
        Logins.admin().get(DELIVERIES + "/{delivery}", other, delivery).then().statusCode(404);
    }

    @Test
    void a_test_is_sent_once_and_to_a_disabled_webhook_too() throws Exception {
        String webhook =
                Logins.admin()
                        .contentType(JSON)
                        .body(Map.of("url", receiver.url(), "disabled", true))
                        .post(DueWebhooks.WEBHOOKS)
                        .path("id");
        receiver.answers((message, call) -> answer(call, 500, "x".repeat(5000)));

        String delivery =
                Logins.admin()
                        .post(WEBHOOK + "/test", webhook)
                        .then()
                        .statusCode(202)
                        .body("type", equalTo("webhook.test"))
                        .extract()
                        .path("id");
        areSent();
        areSentAfter(Duration.ofMinutes(1));

        assertThat(types(), contains("webhook.test"));
        Logins.admin()
                .get(DELIVERIES + "/{delivery}", webhook, delivery)
                .then()
                .body("state", equalTo("FAILED"))
                .body("lastStatus", equalTo(500))
                .body("lastAnswer", equalTo("x".repeat(1024)));
    }

    @Test
    void for_a_day_messages_are_signed_by_the_secret_before_too() throws Exception {
        String webhook = idToldOf(receiver);
        String before = rotated(webhook);
        String present = rotated(webhook);
        aNewsItem().exists();
        areSent();
        Received both = receiver.received().get(0);
        TestClock.advance(Duration.ofHours(24));
        aNewsItem().exists();
        areSent();

        verify(before, both);
        verify(present, both);
        assertThat(both.header("webhook-signature").split(" ").length, equalTo(2));
        Received later = receiver.received().get(1);
        assertThat(later.header("webhook-signature").split(" ").length, equalTo(1));
    }

    private static String rotated(String webhook) {
        return Logins.admin()
                .post(WEBHOOK + "/secret/rotation", webhook)
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    @Test
    void not_too_many_are_sent_to_one_host_at_once() throws Exception {
        idToldOf(receiver);
        receiver.answers((message, call) -> {
            Thread.sleep(100);
            answer(call, 204, "");
        });
        for (int n = 0; n < 12; n++) {
            aNewsItem().exists();
        }

        areSent();

        assertThat(receiver.received(), hasSize(12));
        assertThat(receiver.mostAtOnce(), lessThanOrEqualTo(4));
    }

    @Test
    void not_too_many_are_sent_at_once_to_however_many_hosts() throws Exception {
        for (int n = 0; n < 10; n++) {
            String host = "host-" + n + ".example.org";
            PlantedNames.plant(host, "127.0.0.1");
            toldOf("http://" + host + ":" + receiver.port() + "/hook");
        }
        for (int n = 0; n < 4; n++) {
            aNewsItem().exists();
        }
        // Nobody is answered before one more is there than may be, unless that never happens.
        CountDownLatch tooMany = new CountDownLatch(33);
        receiver.answers((message, call) -> {
            tooMany.countDown();
            tooMany.await(400, TimeUnit.MILLISECONDS);
            answer(call, 204, "");
        });

        areSent();

        assertThat(receiver.received(), hasSize(40));
        assertThat(receiver.mostAtOnce(), allOf(greaterThanOrEqualTo(16), lessThanOrEqualTo(32)));
    }

    @Test
    void what_a_dead_node_had_taken_is_sent_when_its_lease_has_run_out() throws Exception {
        String webhook = idToldOf(receiver);
        aNewsItem().exists();
        areSentAfter(Duration.ZERO);
        TestClock.advance(Duration.ofSeconds(2));
        Message taken = due.take(10).get(0);

        areSentAfter(Duration.ofSeconds(29));
        assertThat(receiver.received(), empty());
        areSentAfter(Duration.ofSeconds(1));

        assertThat(receiver.received(), hasSize(1));
        assertThat(receiver.received().get(0).id(), equalTo("msg_" + taken.delivery()));
        outcomes.settle(taken, Attempt.failed("too late to be believed"));
        deliveries(webhook)
                .body("items.state", contains("DELIVERED"))
                .body("items[0].attempts", equalTo(2));
    }

    @Test
    void a_name_that_leads_elsewhere_by_now_is_not_followed_inside() throws Exception {
        SteeredTargets.allowPrivate = false;
        PlantedNames.plant("rebinding.example.org", "8.8.8.8");
        String webhook =
                toldOf("https://rebinding.example.org:" + receiver.port() + "/")
                        .extract()
                        .path("id");
        PlantedNames.plant("rebinding.example.org", "8.8.8.8", "127.0.0.1");
        aNewsItem().exists();

        areSent();

        assertThat(receiver.received(), empty());
        deliveries(webhook)
                .body("items.state", contains("PENDING"))
                .body("items[0].lastStatus", nullValue())
                .body("items[0].lastError", containsString("not a public one"));
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_called() throws Exception {
        PlantedNames.plant("only-planted.example.org", "127.0.0.1");
        String host = "only-planted.example.org:" + receiver.port();
        toldOf("http://" + host + "/hook?from=vestnik");
        aNewsItem().exists();

        areSent();

        assertThat(receiver.received(), hasSize(1));
        assertThat(receiver.received().get(0).header("host"), equalTo(host));
    }

    @Test
    void readiness_tells_of_the_backlog_and_stays() throws Exception {
        idToldOf(receiver);
        receiver.answers(500);
        aNewsItem().exists();
        areSent();
        areSentAfter(Duration.ofMinutes(5));

        Logins.admin()
                .get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'webhooks' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'webhooks' }.data.backlog", equalTo(1));
    }

    @Test
    void what_came_to_its_end_long_ago_is_forgotten() throws Exception {
        String webhook = idToldOf(receiver);
        aNewsItem().exists();
        areSent();

        retention.forget();
        deliveries(webhook).body("items", hasSize(1));
        TestClock.advance(Duration.ofDays(31));
        retention.forget();

        deliveries(webhook).body("items", empty());
    }
}
