package dev.vestnik.consent;

import dev.vestnik.ledger.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A state that the consent to one purpose came into, and by what.
///
/// @param until until when the answer counts that brought it about; null where none did
/// @param method how the person answered; null where nobody did
record ConsentStage(
        What what, Instant at, @Nullable Instant until, @Nullable ConsentMethod method) {

    /// The states of the Data Privacy Vocabulary.
    enum What {
        GIVEN("dpv:ConsentGiven"),
        RENEWED("dpv:RenewedConsentGiven"),
        REFUSED("dpv:ConsentRefused"),
        WITHDRAWN("dpv:ConsentWithdrawn"),
        EXPIRED("dpv:ConsentExpired"),
        INVALIDATED("dpv:ConsentInvalidated");

        private final String term;

        What(String term) {
            this.term = term;
        }

        String term() {
            return term;
        }

        boolean grants() {
            return this == GIVEN || this == RENEWED;
        }

        /// Whether the person brought it about, or else the controller.
        boolean bySubject() {
            return this != EXPIRED && this != INVALIDATED;
        }
    }

    /// All stages of the consent to a purpose, the first one first; none where it was never asked
    /// for. What is over at the moment has ended, whether or not there is an event of it.
    static List<ConsentStage> of(String purpose, List<LedgerEvent> events, Instant now) {
        List<ConsentStage> stages = new ArrayList<>();
        for (LedgerEvent event : events) {
            EventContent content = EventContent.read(event.content);
            What what = next(last(stages), purpose, EventType.valueOf(event.type), content);
            if (what != null) {
                stages.add(new ConsentStage(what, event.at, content.expiresAt(), content.method()));
            }
        }
        ConsentStage last = last(stages);
        if (last != null && last.grants() && last.until != null && !last.until.isAfter(now)) {
            stages.add(new ConsentStage(What.EXPIRED, last.until, null, null));
        }
        return stages;
    }

    /// How the purpose was last granted; empty where it never was.
    static Optional<ConsentMethod> lastGrant(List<ConsentStage> stages) {
        return stages.stream()
                .filter(ConsentStage::grants)
                .map(ConsentStage::method)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }

    private static @Nullable What next(
            @Nullable ConsentStage last, String purpose, EventType type, EventContent content) {
        boolean stands = last != null && last.grants();
        Map<String, Decision> decisions = content.decisions();
        if (decisions != null) {
            Decision decision = decisions.get(purpose);
            return decision == null ? null : answer(stands, type, decision);
        }
        return switch (type) {
            case WITHDRAWN -> stands ? What.WITHDRAWN : null;
            case EXPIRED -> stands ? What.EXPIRED : null;
            case INVALIDATED -> last == null ? null : What.INVALIDATED;
            default -> null;
        };
    }

    /// To deny what was granted is to withdraw it. A change without a notice can do no more than
    /// that.
    private static @Nullable What answer(boolean stands, EventType type, Decision decision) {
        if (decision == Decision.DENIED) {
            return stands ? What.WITHDRAWN : type == EventType.CHANGED ? null : What.REFUSED;
        }
        if (type == EventType.CHANGED) {
            return null;
        }
        return stands ? What.RENEWED : What.GIVEN;
    }

    boolean grants() {
        return what.grants();
    }

    /// When it ends by itself; null where that takes another answer.
    @Nullable Instant end() {
        return grants() || what == What.REFUSED ? until : null;
    }

    private static @Nullable ConsentStage last(List<ConsentStage> stages) {
        return stages.isEmpty() ? null : stages.get(stages.size() - 1);
    }
}
