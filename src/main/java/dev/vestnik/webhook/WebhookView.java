package dev.vestnik.webhook;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A webhook as it goes over the wire, without its secrets.
@Schema(name = "Webhook")
record WebhookView(
        UUID id,
        long version,
        @Schema(examples = "https://hooks.example.org/vestnik") String url,
        @Schema(description = "None: all.") List<String> events,
        @Nullable String description,
        boolean disabled,
        @Schema(
                        description =
                                "ADMINISTRATOR; GONE where the receiver answered 410; FAILING where nothing got"
                                        + " through for three days.")
                @Nullable DisabledReason disabledReason,
        @Nullable Instant disabledAt,
        @Schema(description = "Since when every attempt failed.") @Nullable Instant failingSince,
        @Schema(description = "Until when the receiver asked to be left alone.")
                @Nullable Instant pausedUntil,
        @Schema(description = "Until when messages carry the signature of the secret before, too.")
                @Nullable Instant previousSecretUntil,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id,
                webhook.version,
                webhook.url,
                webhook.events,
                webhook.description,
                webhook.disabled,
                webhook.disabledReason,
                webhook.disabledAt,
                webhook.failingSince,
                webhook.pausedUntil,
                webhook.previousUntil,
                webhook.createdAt,
                webhook.updatedAt);
    }
}
