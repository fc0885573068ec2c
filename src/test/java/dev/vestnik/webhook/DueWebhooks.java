package dev.vestnik.webhook;

import static io.restassured.http.ContentType.JSON;

import dev.vestnik.access.Logins;
import dev.vestnik.testing.TestClock;
import dev.vestnik.testing.WebhookReceiver;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the tests of sending do again and again.
final class DueWebhooks {

    static final String WEBHOOKS = "/api/v1/webhooks";
    static final String WEBHOOK = WEBHOOKS + "/{id}";
    static final String DELIVERIES = WEBHOOK + "/deliveries";

    private DueWebhooks() {}

    /// Makes a webhook, and gives the answer.
    static ValidatableResponse toldOf(String url, String... events) {
        return Logins.admin()
                .contentType(JSON)
                .body(Map.of("url", url, "events", List.of(events)))
                .post(WEBHOOKS)
                .then()
                .statusCode(201);
    }

    static String idToldOf(WebhookReceiver receiver, String... events) {
        return toldOf(receiver.url(), events).extract().path("id");
    }

    /// Lets some time pass, and sends what is due then.
    static void areSentAfter(Duration time) throws Exception {
        worker().workOff();
        TestClock.advance(time);
        worker().workOff();
    }

    /// Sends what is due by now, and has settled.
    static void areSent() throws Exception {
        areSentAfter(Duration.ofMillis(1200));
    }

    private static WebhookWorker worker() {
        return CDI.current().select(WebhookWorker.class).get();
    }

    /// The newest first.
    static ValidatableResponse deliveries(String webhook) {
        return Logins.admin().get(DELIVERIES, webhook).then().statusCode(200);
    }

    static ValidatableResponse webhook(String id) {
        return Logins.admin().get(WEBHOOK, id).then().statusCode(200);
    }

    static ValidatableResponse enabled(String id) {
        return Logins.admin()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("disabled", false))
                .patch(WEBHOOK, id)
                .then()
                .statusCode(200);
    }

    /// By the standard's own library.
    static void verify(String secret, WebhookReceiver.Received message) throws Exception {
        new com.standardwebhooks.Webhook(secret).verify(message.body(), message.headers());
    }
}
