package dev.vestnik.consent;

import static java.util.Objects.requireNonNull;

import dev.vestnik.ledger.LedgerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the events of a consent add up to. The record in the database is this and nothing else, so
/// that it can always be rebuilt from the ledger.
///
/// @param decided the position of the event that has the decisions in force
/// @param version the position of the last event
record Projection(
        ConsentState state,
        String notice,
        int noticeVersion,
        String locale,
        String textHash,
        ConsentMethod method,
        boolean gpc,
        boolean onBehalf,
        Map<String, Decision> decisions,
        int decided,
        Instant givenAt,
        Instant changedAt,
        Instant expiresAt,
        boolean linked,
        int version) {

    /// Rebuilds it from all events of a chain, the first one first.
    static Projection of(List<LedgerEvent> events) {
        Projection projection = null;
        for (LedgerEvent event : events) {
            projection =
                    after(
                            projection,
                            EventType.valueOf(event.type),
                            EventContent.read(event.content),
                            event.at,
                            event.position);
        }
        return requireNonNull(projection);
    }

    /// What becomes of it by one more event; null before the first.
    static Projection after(
            @Nullable Projection before,
            EventType type,
            EventContent content,
            Instant at,
            int position) {
        if (content.decisions() != null) {
            return answered(before, type, content, at, position);
        }
        Projection present = requireNonNull(before);
        return switch (type) {
            case WITHDRAWN -> present.in(ConsentState.WITHDRAWN, at, position);
            case EXPIRED -> present.in(ConsentState.EXPIRED, at, position);
            case INVALIDATED -> present.in(ConsentState.INVALIDATED, at, position);
            case ERASED -> present.in(ConsentState.ERASED, at, position).linked(false);
            default -> present.in(present.state, at, position).linked(true);
        };
    }

    private static Projection answered(
            @Nullable Projection before,
            EventType type,
            EventContent content,
            Instant at,
            int position) {
        Map<String, Decision> decisions = requireNonNull(content.decisions());
        return new Projection(
                state(before, type, decisions),
                requireNonNull(content.notice()),
                requireNonNull(content.noticeVersion()),
                requireNonNull(content.locale()),
                requireNonNull(content.textHash()),
                requireNonNull(content.method()),
                Objects.equals(content.gpc(), true),
                Objects.equals(content.onBehalf(), true),
                new TreeMap<>(decisions),
                position,
                before == null ? at : before.givenAt,
                at,
                requireNonNull(content.expiresAt()),
                before != null && before.linked,
                position);
    }

    /// Decisions that were changed without a notice never bring back what had ended.
    private static ConsentState state(
            @Nullable Projection before, EventType type, Map<String, Decision> decisions) {
        boolean ended =
                before != null
                        && (before.state == ConsentState.WITHDRAWN
                                || before.state == ConsentState.INVALIDATED);
        if (before != null && type == EventType.CHANGED && ended) {
            return before.state;
        }
        if (decisions.containsValue(Decision.GRANTED)) {
            return ConsentState.GIVEN;
        }
        return decisions.isEmpty() ? ConsentState.ACKNOWLEDGED : ConsentState.REFUSED;
    }

    private Projection in(ConsentState next, Instant at, int position) {
        return new Projection(
                next,
                notice,
                noticeVersion,
                locale,
                textHash,
                method,
                gpc,
                onBehalf,
                decisions,
                decided,
                givenAt,
                at,
                expiresAt,
                linked,
                position);
    }

    private Projection linked(boolean bound) {
        return new Projection(
                state,
                notice,
                noticeVersion,
                locale,
                textHash,
                method,
                gpc,
                onBehalf,
                decisions,
                decided,
                givenAt,
                changedAt,
                expiresAt,
                bound,
                version);
    }

    /// The state at a moment: what stands ends with its time, whether or not there is an event of
    /// it yet.
    ConsentState stateAt(Instant now) {
        return ConsentState.STANDING.contains(state) && !expiresAt.isAfter(now)
                ? ConsentState.EXPIRED
                : state;
    }
}
