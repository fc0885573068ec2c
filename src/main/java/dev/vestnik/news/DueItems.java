package dev.vestnik.news;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The transactions of the schedule's worker.
@Singleton
class DueItems {

    static final int AT_ONCE = 200;

    private static final UUID NONE = new UUID(0, 0);

    private final EntityManager database;
    private final Schedule schedule;

    DueItems(EntityManager database, Schedule schedule) {
        this.database = database;
        this.schedule = schedule;
    }

    /// Items for which something is due, those first that have waited longest.
    List<UUID> at(Instant now, List<UUID> but) {
        return QuarkusTransaction.requiringNew().call(() -> find(now, but));
    }

    private List<UUID> find(Instant now, List<UUID> but) {
        return database.createQuery(
                        """
                        select e.itemId from ScheduleEntry e where e.at <= :now and e.itemId not in :but
                        group by e.itemId order by min(e.at), e.itemId\
                        """,
                        UUID.class)
                .setParameter("now", now)
                .setParameter("but", but.isEmpty() ? List.of(NONE) : but)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /// Carries out what is due for one item, unless another node is at it.
    @Transactional
    void carryOut(UUID item) {
        schedule.claim(item);
    }
}
