package dev.vestnik.webhook;

import dev.vestnik.change.ChangeLines;
import dev.vestnik.edge.Ids;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What may become of webhooks.
@Singleton
class WebhookEditing {

    private final ChangeLines log;
    private final Targets targets;
    private final WebhookSecrets secrets;
    private final InstantSource time;

    WebhookEditing(ChangeLines log, Targets targets, WebhookSecrets secrets, InstantSource time) {
        this.log = log;
        this.targets = targets;
        this.secrets = secrets;
        this.time = time;
    }

    /// Makes one that is told of what happens from now on.
    NewWebhook create(WebhookInput input) {
        Instant now = time.instant();
        Webhook webhook = new Webhook();
        webhook.id = Ids.next();
        webhook.createdAt = now;
        webhook.followed = log.last();
        String secret = secrets.random();
        webhook.secret = secrets.seal(secret, webhook.id);
        set(input, webhook, now);
        webhook.persistAndFlush();
        return NewWebhook.of(webhook, secret);
    }

    void apply(WebhookInput input, Webhook webhook) {
        boolean was = webhook.disabled;
        Instant now = time.instant();
        set(input, webhook, now);
        Webhook.flush();
        if (was && !webhook.disabled) {
            Delivery.renewPending(webhook.id, now);
        }
    }

    private void set(WebhookInput input, Webhook webhook, Instant now) {
        URI url = targets.allowed(input.url());
        List<String> events = input.events() == null ? List.of() : input.events();
        EventFilter.requireKnown(events);
        webhook.url = input.url();
        webhook.host = Targets.host(url);
        webhook.events = events.stream().distinct().toList();
        webhook.description = input.description();
        if (Boolean.TRUE.equals(input.disabled())) {
            webhook.disable(DisabledReason.ADMINISTRATOR, now);
        } else {
            webhook.enable();
        }
        webhook.updatedAt = now;
    }

    NewWebhook rotate(Webhook webhook) {
        String secret = secrets.random();
        webhook.rotate(secrets.seal(secret, webhook.id), time.instant());
        Webhook.flush();
        return NewWebhook.of(webhook, secret);
    }
}
