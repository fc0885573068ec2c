package dev.vestnik.consent;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Consents that ended long ago. What stands until its time is over ended then, refusals too: to
/// forget one earlier would mean to ask again. What was withdrawn or invalidated ended with that.
@Singleton
class EndedConsents {

    private static final int AT_ONCE = 100;
    private static final List<String> BY_TIME =
            List.of(
                    ConsentState.EXPIRED.name(),
                    ConsentState.GIVEN.name(),
                    ConsentState.REFUSED.name(),
                    ConsentState.ACKNOWLEDGED.name());
    private static final List<String> BY_EVENT =
            List.of(ConsentState.WITHDRAWN.name(), ConsentState.INVALIDATED.name());

    private final EntityManager database;
    private final ConsentLog log;

    EndedConsents(EntityManager database, ConsentLog log) {
        this.database = database;
        this.log = log;
    }

    /// How many ended before a moment, by the state that they are in.
    @Transactional
    Map<ConsentState, Long> count(Instant before) {
        Map<ConsentState, Long> counts = new EnumMap<>(ConsentState.class);
        database.createQuery(
                        """
                        select r.state, count(*) from ConsentRecord r
                        where r.state in (EXPIRED, GIVEN, REFUSED, ACKNOWLEDGED) and r.expiresAt < :before
                        or r.state in (WITHDRAWN, INVALIDATED) and r.changedAt < :before
                        group by r.state\
                        """,
                        Object[].class)
                .setParameter("before", before)
                .getResultList()
                .forEach(row -> add(counts, (ConsentState) row[0], (Long) row[1]));
        return counts;
    }

    /// Erases the next ones, in a transaction of its own; several nodes never take the same.
    ///
    /// @return how many there were of each state: none at the end
    @Transactional
    Map<ConsentState, Long> eraseNext(Instant before) {
        List<UUID> ended =
                next(
                        """
                        select id from consent_record
                        where state in (:states) and expires_at < :before
                        order by state, expires_at, id limit :most for update skip locked\
                        """,
                        BY_TIME,
                        before);
        if (ended.isEmpty()) {
            ended =
                    next(
                            """
                            select id from consent_record
                            where state in (:states) and changed_at < :before
                            order by state, changed_at, id limit :most for update skip locked\
                            """,
                            BY_EVENT,
                            before);
        }
        Map<ConsentState, Long> erased = new EnumMap<>(ConsentState.class);
        for (UUID id : ended) {
            ConsentRecord kept = ConsentRecord.findById(id);
            add(erased, kept.state, 1);
            log.erase(kept);
        }
        return erased;
    }

    /// What stood until its time was over has expired, whether or not there is an event of it.
    static void add(Map<ConsentState, Long> counts, ConsentState state, long count) {
        counts.merge(
                ConsentState.STANDING.contains(state) ? ConsentState.EXPIRED : state,
                count,
                Long::sum);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> next(String query, List<String> states, Instant before) {
        return database.createNativeQuery(query, UUID.class)
                .setParameter("states", states)
                .setParameter("before", before)
                .setParameter("most", AT_ONCE)
                .getResultList();
    }
}
