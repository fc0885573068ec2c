package dev.vestnik.news;

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

/// Tells what is overdue: in readiness, which it never takes away (the public sees everything on
/// time), and as a gauge. Looks at most once a second, however often it is asked.
@Readiness
@Singleton
class ScheduleWatch implements HealthCheck {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final EntityManager database;
    private final InstantSource time;
    private @Nullable Overdue last;

    ScheduleWatch(EntityManager database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    private record Overdue(Instant seen, long count, @Nullable Instant oldest) {}

    void start(@Observes StartupEvent start, MeterRegistry metrics) {
        Gauge.builder("vestnik.schedule.overdue", this, watch -> watch.overdue().count())
                .description("Planned publications and withdrawals that wait to be carried out")
                .register(metrics);
    }

    @Override
    public HealthCheckResponse call() {
        Overdue overdue = overdue();
        var answer =
                HealthCheckResponse.named("schedule").up().withData("overdue", overdue.count());
        if (overdue.oldest() != null) {
            answer.withData("oldest", overdue.oldest().toString());
        }
        return answer.build();
    }

    private synchronized Overdue overdue() {
        Instant now = time.instant();
        Overdue known = last;
        if (known == null || Duration.between(known.seen(), now).abs().compareTo(FRESH) >= 0) {
            Object[] row =
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    database.createQuery(
                                                    "select count(*), min(e.at) from ScheduleEntry e where e.at < :limit",
                                                    Object[].class)
                                            .setParameter("limit", ScheduleEntry.overdueBefore(now))
                                            .getSingleResult());
            known = new Overdue(now, (Long) row[0], (Instant) row[1]);
            last = known;
        }
        return known;
    }
}
