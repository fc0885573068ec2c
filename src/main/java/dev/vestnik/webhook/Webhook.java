package dev.vestnik.webhook;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// Somebody who is told of what happens. What the sending itself keeps here is written past the
/// version, which is about what administrators change; neither writes over the other.
@Entity
@DynamicUpdate
public class Webhook extends PanacheEntityBase {

    static final Duration BOTH_SECRETS_FOR = Duration.ofHours(24);

    @Id public UUID id;

    @Version public long version;

    @Column(nullable = false)
    public String url;

    /// Of the URL; as many at once are sent to one host as a setting says.
    @Column(nullable = false)
    public String host;

    /// Types, or the first part of some with `.*`; none for all.
    @Column(nullable = false)
    @Convert(converter = EventsColumn.class)
    public List<String> events = List.of();

    public @Nullable String description;

    /// As `WebhookSecrets` seals it.
    @Column(nullable = false)
    public String secret;

    public @Nullable String previousSecret;

    /// Until when messages are signed by the secret before, too.
    public @Nullable Instant previousUntil;

    public boolean disabled;

    @Enumerated(EnumType.STRING)
    public @Nullable DisabledReason disabledReason;

    public @Nullable Instant disabledAt;

    /// When the first of those attempts failed after which none did well; null where the last one
    /// did.
    public @Nullable Instant failingSince;

    /// Until when the receiver has asked to be left alone.
    public @Nullable Instant pausedUntil;

    /// The last line of the change log of which deliveries were made.
    public long followed;

    @Column(nullable = false)
    public Instant createdAt;

    @Column(nullable = false)
    public Instant updatedAt;

    static boolean isFailingSince(UUID id, Instant then) {
        return count("id = ?1 and failingSince <= ?2", id, then) > 0;
    }

    /// Sends nothing any more, for a reason; the first one stands.
    void disable(DisabledReason reason, Instant now) {
        if (!disabled) {
            disabled = true;
            disabledReason = reason;
            disabledAt = now;
        }
    }

    /// Goes on from where it stands: what waits, and what happened since, is sent now.
    void enable() {
        if (disabled) {
            disabled = false;
            disabledReason = null;
            disabledAt = null;
            failingSince = null;
            pausedUntil = null;
        }
    }

    /// Takes a new secret; the present one is good for a day more.
    void rotate(String sealed, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(BOTH_SECRETS_FOR);
        secret = sealed;
        updatedAt = now;
    }

    /// Names of events, as JSON.
    @Converter
    static class EventsColumn implements AttributeConverter<List<String>, String> {

        private static final JsonText<List<String>> TEXT = new JsonText<>(new TypeReference<>() {});

        @Override
        public String convertToDatabaseColumn(List<String> events) {
            return TEXT.write(events);
        }

        @Override
        public List<String> convertToEntityAttribute(String column) {
            return TEXT.read(column);
        }
    }
}
