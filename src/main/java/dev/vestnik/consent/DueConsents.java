package dev.vestnik.consent;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Lets consents expire whose time is over. Readings heed the time by themselves; the event is for
/// the record.
@Singleton
class DueConsents {

    private static final int AT_ONCE = 100;

    private final EntityManager database;
    private final ConsentLog log;
    private final InstantSource time;

    DueConsents(EntityManager database, ConsentLog log, InstantSource time) {
        this.database = database;
        this.log = log;
        this.time = time;
    }

    /// Notes of the next ones that they have expired; several nodes never take the same.
    ///
    /// @return whether there may be more
    @Transactional
    boolean expireNext() {
        List<UUID> due =
                database.createNativeQuery(
                                """
                                select id from consent_record
                                where state in (:standing) and expires_at <= :now
                                order by expires_at, id limit :most for update skip locked\
                                """,
                                UUID.class)
                        .setParameter(
                                "standing",
                                ConsentState.STANDING.stream().map(ConsentState::name).toList())
                        .setParameter("now", time.instant())
                        .setParameter("most", AT_ONCE)
                        .getResultList();
        due.forEach(id -> log.expire(ConsentRecord.findById(id)));
        return due.size() == AT_ONCE;
    }
}
