package dev.vestnik.webhook;

import dev.vestnik.audit.AuditLog;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Writes down what came of an attempt, and what follows from it.
@Singleton
class Outcomes {

    private final AuditLog audit;
    private final InstantSource time;

    Outcomes(AuditLog audit, InstantSource time) {
        this.audit = audit;
        this.time = time;
    }

    /// Does nothing where the lease ran out and somebody else has taken the delivery, or where its
    /// webhook was deleted meanwhile.
    @Transactional
    void settle(Message message, Attempt attempt) {
        Delivery delivery = Delivery.findById(message.delivery(), LockModeType.PESSIMISTIC_WRITE);
        if (delivery == null || !message.lease().equals(delivery.lease)) {
            return;
        }
        Instant now = time.instant();
        delivery.note(attempt);
        if (attempt.isDone()) {
            delivery.end(DeliveryState.DELIVERED, now);
            Webhook.update(
                    "failingSince = null where id = ?1 and failingSince is not null",
                    delivery.webhookId);
        } else if (delivery.isTest()) {
            delivery.end(DeliveryState.FAILED, now);
        } else {
            failed(delivery, attempt, now);
        }
    }

    private void failed(Delivery delivery, Attempt attempt, Instant now) {
        delivery.tries++;
        if (delivery.triedSince == null) {
            delivery.triedSince = now;
        }
        Instant end = delivery.triedSince.plus(Retries.PATIENCE);
        Instant next = now.plus(Retries.pause(delivery.tries));
        delivery.nextAt = next.isAfter(end) && end.isAfter(now) ? end : next;
        if (attempt.isGone()) {
            disable(delivery, DisabledReason.GONE, now);
            return;
        }
        Duration asked = attempt.retryAfter();
        if (asked != null) {
            Instant until = now.plus(asked);
            Webhook.update(
                    "pausedUntil = ?1 where id = ?2 and (pausedUntil is null or pausedUntil < ?1)",
                    until,
                    delivery.webhookId);
            delivery.nextAt = delivery.nextAt.isBefore(until) ? until : delivery.nextAt;
        }
        Webhook.update(
                "failingSince = ?1 where id = ?2 and failingSince is null",
                now,
                delivery.webhookId);
        if (Webhook.isFailingSince(delivery.webhookId, now.minus(Retries.PATIENCE))) {
            disable(delivery, DisabledReason.FAILING, now);
        } else if (!end.isAfter(now)) {
            delivery.end(DeliveryState.FAILED, now);
        }
    }

    /// What was not delivered waits for somebody to enable the webhook again.
    private void disable(Delivery delivery, DisabledReason reason, Instant now) {
        Webhook webhook = Webhook.findById(delivery.webhookId, LockModeType.PESSIMISTIC_WRITE);
        if (!webhook.disabled) {
            webhook.disable(reason, now);
            audit.carriedOut(
                    null,
                    "Webhook_disable_" + reason.name().toLowerCase(Locale.ROOT),
                    "webhooks",
                    webhook.id.toString());
        }
    }
}
