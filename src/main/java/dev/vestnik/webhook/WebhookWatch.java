package dev.vestnik.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/// Tells what waits to be sent to webhooks that are not disabled: in readiness, which it never
/// takes away (a receiver that is down is no fault of this node), and as a gauge. Looks at most
/// once a second, however often it is asked.
@Readiness
@Singleton
class WebhookWatch implements HealthCheck {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final EntityManager database;
    private final InstantSource time;
    private @Nullable Backlog last;

    WebhookWatch(EntityManager database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    private record Backlog(Instant seen, long count, @Nullable Instant oldest) {}

    void start(@Observes StartupEvent start, MeterRegistry metrics) {
        Gauge.builder("vestnik.webhook.backlog", this, watch -> watch.backlog().count())
                .description("Events that wait to be sent to webhooks")
                .register(metrics);
    }

    @Override
    public HealthCheckResponse call() {
        Backlog backlog = backlog();
        var answer =
                HealthCheckResponse.named("webhooks").up().withData("backlog", backlog.count());
        if (backlog.oldest() != null) {
            answer.withData("oldest", backlog.oldest().toString());
        }
        return answer.build();
    }

    private synchronized Backlog backlog() {
        Instant now = time.instant();
        Backlog known = last;
        if (known == null || Duration.between(known.seen(), now).abs().compareTo(FRESH) >= 0) {
            Object[] row = QuarkusTransaction.requiringNew().call(this::count);
            known = new Backlog(now, (Long) row[0], (Instant) row[1]);
            last = known;
        }
        return known;
    }

    private Object[] count() {
        return database.createQuery(
                        """
                        select count(*), min(d.createdAt) from Delivery d
                        join Webhook w on w.id = d.webhookId
                        where d.state = PENDING and not w.disabled\
                        """,
                        Object[].class)
                .getSingleResult();
    }
}
