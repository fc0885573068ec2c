package dev.vestnik.webhook;

import dev.vestnik.edge.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// One event on its way to one webhook, and what became of it.
@Entity
@Table(name = "webhook_delivery")
@DynamicUpdate
public class Delivery extends PanacheEntityBase {

    /// The type of those that an administrator asked for to see whether they arrive.
    static final String TEST = "webhook.test";

    private static final int LONGEST_ERROR = 300;

    @Id public UUID id;

    @Column(nullable = false)
    public UUID webhookId;

    /// Of the event; null for a test.
    public @Nullable Long seq;

    /// What the event is about: of one subject the events go out in their order.
    @Column(nullable = false)
    public UUID subjectId;

    @Column(nullable = false)
    public String type;

    /// To the letter as it is sent, every time.
    @Column(nullable = false)
    public String body;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public DeliveryState state = DeliveryState.PENDING;

    /// How often it was sent in all, or was about to be when its node died.
    public int attempts;

    /// How often since `triedSince` it was sent in vain.
    public int tries;

    /// When it first failed, or first failed after somebody said to send it again.
    public @Nullable Instant triedSince;

    @Column(nullable = false)
    public Instant nextAt;

    /// Of the node that sends it now, and until when that is believed.
    public @Nullable UUID lease;

    public @Nullable Instant leasedUntil;

    public @Nullable Instant lastAttemptAt;
    public @Nullable Integer lastStatus;
    public @Nullable String lastError;

    /// The beginning of what the receiver said.
    public @Nullable String lastAnswer;

    @Column(nullable = false)
    public Instant createdAt;

    public @Nullable Instant endedAt;

    static Delivery to(Webhook webhook, String type, UUID subject, String body, Instant now) {
        Delivery delivery = new Delivery();
        delivery.id = Ids.next();
        delivery.webhookId = webhook.id;
        delivery.type = type;
        delivery.subjectId = subject;
        delivery.body = body;
        delivery.createdAt = now;
        delivery.nextAt = now;
        return delivery;
    }

    /// What waits for a webhook is sent as if it had never been tried.
    static void renewPending(UUID webhook, Instant now) {
        update(
                "tries = 0, triedSince = null, nextAt = ?1 where webhookId = ?2 and state = ?3",
                now,
                webhook,
                DeliveryState.PENDING);
    }

    /// The receiver's handle for it (`webhook-id`), the same at every attempt.
    static String messageId(UUID id) {
        return "msg_" + id;
    }

    boolean isTest() {
        return type.equals(TEST);
    }

    /// Takes it for one attempt.
    void lease(UUID by, Instant now, Duration time) {
        lease = by;
        leasedUntil = now.plus(time);
        lastAttemptAt = now;
        attempts++;
    }

    void note(Attempt attempt) {
        lease = null;
        leasedUntil = null;
        lastStatus = attempt.status();
        String error = attempt.error();
        lastError =
                error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
        lastAnswer = attempt.answer();
    }

    void end(DeliveryState how, Instant now) {
        state = how;
        endedAt = now;
    }

    /// Sends it (again) as if it had never been tried.
    void renew(Instant now) {
        state = DeliveryState.PENDING;
        endedAt = null;
        tries = 0;
        triedSince = null;
        nextAt = now;
    }
}
