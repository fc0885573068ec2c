package dev.vestnik.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A delivery as it goes over the wire.
@Schema(name = "WebhookDelivery")
record DeliveryView(
        UUID id,
        @Schema(
                        description = "The header webhook-id, the same at every attempt.",
                        examples = "msg_01940000-0000-7000-8000-000000000601")
                String messageId,
        @Schema(examples = "news.published") String type,
        @Schema(description = "Of the event; null for a test.") @Nullable Long seq,
        @Schema(description = "What the event is about.") UUID subjectId,
        DeliveryState state,
        @Schema(description = "How often it was sent.") int attempts,
        Instant createdAt,
        @Schema(description = "When it is sent at the earliest; null when it no longer is.")
                @Nullable Instant nextAt,
        @Nullable Instant lastAttemptAt,
        @Schema(description = "Of the last answer.", examples = "503") @Nullable Integer lastStatus,
        @Schema(description = "Why there was none, or not the whole of it.")
                @Nullable String lastError,
        @Schema(description = "What the receiver last said, at most its first 1024 bytes.")
                @Nullable String lastAnswer,
        @Schema(description = "When it was delivered or given up.") @Nullable Instant endedAt,
        @Schema(description = "What is sent, to the letter.") String payload) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id,
                Delivery.messageId(delivery.id),
                delivery.type,
                delivery.seq,
                delivery.subjectId,
                delivery.state,
                delivery.attempts,
                delivery.createdAt,
                delivery.state == DeliveryState.PENDING ? delivery.nextAt : null,
                delivery.lastAttemptAt,
                delivery.lastStatus,
                delivery.lastError,
                delivery.lastAnswer,
                delivery.endedAt,
                delivery.body);
    }
}
