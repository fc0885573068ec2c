package dev.vestnik.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.event.PublicEvent;
import dev.vestnik.event.PublicEvents;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Makes deliveries of what the change log tells. Its line is written with what changed, and
/// deliveries together with the webhook's place in the log: each event becomes one, once, whatever
/// dies in between.
@Singleton
class Following {

    private static final int AT_ONCE = 200;

    private final ChangeLines log;
    private final EntityManager database;
    private final PublicEvents events;
    private final WebhookSettings settings;
    private final Site site;
    private final ObjectMapper json;
    private final InstantSource time;

    Following(
            ChangeLines log,
            EntityManager database,
            PublicEvents events,
            WebhookSettings settings,
            Site site,
            ObjectMapper json,
            InstantSource time) {
        this.log = log;
        this.database = database;
        this.events = events;
        this.settings = settings;
        this.site = site;
        this.json = json;
        this.time = time;
    }

    /// Takes the next lines for one webhook that is behind; several nodes never take the same.
    ///
    /// @return whether there was one
    @Transactional
    boolean next() {
        List<UUID> behind =
                database.createNativeQuery(
                                """
                                select id from webhook where not disabled and followed < :last
                                order by id limit 1 for update skip locked\
                                """,
                                UUID.class)
                        .setParameter("last", log.last())
                        .getResultList();
        behind.forEach(id -> follow(Webhook.findById(id)));
        return !behind.isEmpty();
    }

    private void follow(Webhook webhook) {
        PublicEvents.Read read = events.after(webhook.followed, AT_ONCE);
        Instant now = time.instant();
        for (PublicEvent event : read.events()) {
            if (EventFilter.wants(webhook.events, event.type().toString())) {
                Delivery delivery =
                        Delivery.to(
                                webhook,
                                event.type().toString(),
                                event.id(),
                                text(Payload.of(event, site.url())),
                                now);
                delivery.seq = event.seq();
                // The line was committed by now: from here on it is as old as can be known.
                delivery.nextAt = now.plus(settings.settle());
                delivery.persist();
            }
        }
        Webhook.update("followed = ?1 where id = ?2", read.to(), webhook.id);
    }

    /// Makes one that only shows whether it arrives.
    Delivery test(Webhook webhook) {
        Instant now = time.instant();
        Delivery delivery =
                Delivery.to(
                        webhook,
                        Delivery.TEST,
                        webhook.id,
                        text(Payload.test(webhook, now, site.url())),
                        now);
        delivery.persist();
        return delivery;
    }

    private String text(Payload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload can always be written", e);
        }
    }
}
