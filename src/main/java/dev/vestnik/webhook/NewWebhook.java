package dev.vestnik.webhook;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A webhook with its new secret, this once.
@Schema(name = "NewWebhook")
record NewWebhook(
        UUID id,
        long version,
        @Schema(examples = "https://hooks.example.org/vestnik") String url,
        List<String> events,
        @Nullable String description,
        boolean disabled,
        Instant createdAt,
        @Schema(description = "Until when messages carry the signature of the secret before, too.")
                @Nullable Instant previousSecretUntil,
        @Schema(
                        description =
                                "By which a receiver verifies signatures (Standard Webhooks). Keep it now: it is"
                                        + " never shown again.",
                        examples = "whsec_…")
                String secret)
        implements Versioned {

    static NewWebhook of(Webhook webhook, String secret) {
        return new NewWebhook(
                webhook.id,
                webhook.version,
                webhook.url,
                webhook.events,
                webhook.description,
                webhook.disabled,
                webhook.createdAt,
                webhook.previousUntil,
                secret);
    }

    @Override
    public String toString() {
        return "NewWebhook[" + id + "]";
    }
}
