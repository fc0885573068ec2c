package dev.vestnik.webhook;

import dev.vestnik.edge.Secret;
import dev.vestnik.edge.SecretBox;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// Makes the secrets of webhooks, and keeps them from whoever reads the database: they must be
/// known again to sign, so that a hash would not do.
@Singleton
class WebhookSecrets {

    /// How one begins in a configuration, by Standard Webhooks.
    static final String PREFIX = "whsec_";

    private static final int BYTES = 32;

    private final SecretBox box;

    WebhookSecrets(Secret secret) {
        this.box = new SecretBox(secret.keyFor("webhook"));
    }

    /// A new one, as it is shown once.
    String random() {
        return PREFIX + Base64.getEncoder().encodeToString(SecretBox.random(BYTES));
    }

    /// @param webhook whose it is: sealed, it cannot be moved to another
    String seal(String shown, UUID webhook) {
        return box.encrypt(bytes(shown), belongsTo(webhook));
    }

    /// The keys that messages are signed with now, the newest first.
    List<byte[]> keys(Webhook webhook, Instant now) {
        List<byte[]> keys = new ArrayList<>();
        keys.add(box.decrypt(webhook.secret, belongsTo(webhook.id)));
        if (webhook.previousSecret != null
                && webhook.previousUntil != null
                && webhook.previousUntil.isAfter(now)) {
            keys.add(box.decrypt(webhook.previousSecret, belongsTo(webhook.id)));
        }
        return keys;
    }

    private static byte[] bytes(String shown) {
        return Base64.getDecoder().decode(shown.substring(PREFIX.length()));
    }

    private static byte[] belongsTo(UUID webhook) {
        return webhook.toString().getBytes(StandardCharsets.UTF_8);
    }
}
