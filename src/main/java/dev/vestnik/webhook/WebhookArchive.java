package dev.vestnik.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Makes the webhook that the examples of the OpenAPI document name.
@Singleton
public class WebhookArchive {

    private final WebhookSecrets secrets;
    private final InstantSource time;

    WebhookArchive(WebhookSecrets secrets, InstantSource time) {
        this.secrets = secrets;
        this.time = time;
    }

    /// Stores it in the present transaction, disabled, so that nothing goes out of a demonstration;
    /// nobody knows its secret.
    public void storeDemonstration() {
        UUID id = UUID.fromString(WebhookExamples.ID);
        if (Webhook.findByIdOptional(id).isPresent()) {
            return;
        }
        Instant now = time.instant();
        Webhook webhook = new Webhook();
        webhook.id = id;
        webhook.url = "https://hooks.example.org/demonstration";
        webhook.host = "hooks.example.org";
        webhook.events = List.of("notice.published");
        webhook.secret = secrets.seal(secrets.random(), id);
        webhook.disable(DisabledReason.ADMINISTRATOR, now);
        webhook.createdAt = now;
        webhook.updatedAt = now;
        webhook.persist();
        Delivery delivery =
                Delivery.to(
                        webhook,
                        Delivery.TEST,
                        id,
                        "{\"type\":\"webhook.test\",\"data\":{\"id\":\"" + id + "\"}}",
                        now);
        delivery.id = UUID.fromString(WebhookExamples.DELIVERY_ID);
        delivery.end(DeliveryState.FAILED, now);
        delivery.persist();
    }
}
