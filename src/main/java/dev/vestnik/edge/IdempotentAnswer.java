package dev.vestnik.edge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to a creating request that carried an `Idempotency-Key`; without a status while it is
/// in flight.
///
/// The claim is committed before the work begins, and the answer together with the work, so that a
/// crash in between leaves a claim that lapses and never a second item.
@Entity
public class IdempotentAnswer extends PanacheEntityBase {

    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration CLAIM_LAPSES = Duration.ofSeconds(30);

    @Id public String scope;

    @Column(nullable = false)
    public String bodyHash;

    @Column(nullable = false)
    public Instant claimedAt;

    public @Nullable Integer status;
    public @Nullable String location;

    /// As `SealedAnswers` wrote it.
    public @Nullable String body;

    /// Claims the key for one request, or gives the answer that an earlier one got.
    ///
    /// @throws Problem 422 where the key came with another body, 409 where another request with it
    ///   is in flight
    static Optional<IdempotentAnswer> claim(String scope, String bodyHash, Instant now) {
        int claimed =
                getEntityManager()
                        .createNativeQuery(
                                """
                                insert into idempotent_answer (scope, body_hash, claimed_at) values (:scope, :hash, :now)
                                on conflict do nothing\
                                """)
                        .setParameter("scope", scope)
                        .setParameter("hash", bodyHash)
                        .setParameter("now", now)
                        .executeUpdate();
        if (claimed == 1) {
            return Optional.empty();
        }
        IdempotentAnswer earlier = findById(scope);
        if (earlier == null) {
            throw inFlight();
        }
        boolean answered = earlier.status != null;
        Instant lapses = earlier.claimedAt.plus(answered ? KEPT : CLAIM_LAPSES);
        if (!lapses.isAfter(now)) {
            return takeOver(earlier, bodyHash, now);
        }
        if (!earlier.bodyHash.equals(bodyHash)) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "Take a new Idempotency-Key for a new request.");
        }
        if (!answered) {
            throw inFlight();
        }
        return Optional.of(earlier);
    }

    private static Optional<IdempotentAnswer> takeOver(
            IdempotentAnswer lapsed, String bodyHash, Instant now) {
        int taken =
                update(
                        "bodyHash = ?1, claimedAt = ?2, status = null, location = null, body = null where scope = ?3 and claimedAt = ?4",
                        bodyHash,
                        now,
                        lapsed.scope,
                        lapsed.claimedAt);
        if (taken == 0) {
            throw inFlight();
        }
        return Optional.empty();
    }

    static void release(String scope) {
        delete("scope = ?1 and status is null", scope);
    }

    static void deleteBefore(Instant time) {
        delete("claimedAt < ?1", time);
    }

    private static Problem inFlight() {
        return Problem.of(ProblemType.REQUEST_IN_FLIGHT, "Wait for its answer.")
                .with("Retry-After", "1");
    }
}
