package dev.vestnik.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/// Notes when a key was used, at most once a minute, beside the request and never in its way.
@Singleton
class KeyUse {

    private static final Logger LOG = Logger.getLogger(KeyUse.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Set<UUID> beingNoted = ConcurrentHashMap.newKeySet();
    private final InstantSource time;

    KeyUse(InstantSource time) {
        this.time = time;
    }

    void note(ApiKey key) {
        Instant now = time.instant();
        Instant longAgo = now.minus(EVERY);
        boolean noted = key.lastUsedAt != null && !key.lastUsedAt.isBefore(longAgo);
        UUID id = key.id;
        if (noted || !beingNoted.add(id)) {
            return;
        }
        try {
            Infrastructure.getDefaultExecutor().execute(() -> write(id, now, longAgo));
        } catch (RejectedExecutionException e) {
            beingNoted.remove(id);
        }
    }

    private void write(UUID id, Instant now, Instant longAgo) {
        try {
            QuarkusTransaction.requiringNew().run(() -> ApiKey.used(id, now, longAgo));
        } catch (RuntimeException e) {
            LOG.debugf(e, "The use of the API key %s was not noted", id);
        } finally {
            beingNoted.remove(id);
        }
    }
}
