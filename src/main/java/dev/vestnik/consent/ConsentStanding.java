package dev.vestnik.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a consent is worth at a moment.
///
/// @param effective by purpose; what is necessary is granted without being asked for
/// @param reasons why somebody is to be asked; none where nobody is
record ConsentStanding(
        ConsentState state,
        Map<String, Decision> effective,
        ConsentAction action,
        List<AskReason> reasons,
        Map<ConsentSignal, SignalState> signals) {

    /// A value of Google's consent mode.
    enum SignalState {
        granted,
        denied
    }

    /// Which versions of the notice there are: numbers of versions, 0 for none.
    ///
    /// @param asks whether the version in force asks for anything
    record Versions(int current, int material, int widened, boolean asks) {}

    /// @param given under which terms it was given
    static ConsentStanding of(
            Projection consent, EditionTerms given, Versions versions, Instant now) {
        ConsentState state = consent.stateAt(now);
        List<AskReason> reasons = reasons(consent, state, given, versions, now);
        boolean stale =
                reasons.contains(AskReason.MATERIAL_CHANGE)
                        || reasons.contains(AskReason.NEW_PURPOSE);
        boolean stands = state == ConsentState.GIVEN && !stale;
        Map<String, Decision> effective = new TreeMap<>();
        for (FrozenPurpose purpose : given.purposes()) {
            boolean granted =
                    purpose.necessary()
                            || (stands
                                    && consent.decisions().get(purpose.code()) == Decision.GRANTED);
            effective.put(purpose.code(), granted ? Decision.GRANTED : Decision.DENIED);
        }
        ConsentAction action =
                reasons.isEmpty()
                        ? ConsentAction.NONE
                        : reasons.contains(AskReason.NEVER_ASKED)
                                ? ConsentAction.ASK
                                : ConsentAction.RE_ASK;
        return new ConsentStanding(state, effective, action, reasons, signals(given, effective));
    }

    private static List<AskReason> reasons(
            Projection consent,
            ConsentState state,
            EditionTerms given,
            Versions versions,
            Instant now) {
        List<AskReason> reasons = new ArrayList<>();
        if (state == ConsentState.ERASED || versions.current() == 0) {
            return reasons;
        }
        if (given.mode() == VersionMode.NOTICE_ONLY && versions.asks()) {
            reasons.add(AskReason.NEVER_ASKED);
        }
        if (!consent.expiresAt().isAfter(now)) {
            reasons.add(AskReason.EXPIRED);
        }
        if (versions.material() > consent.noticeVersion()) {
            reasons.add(AskReason.MATERIAL_CHANGE);
        }
        if (versions.widened() > consent.noticeVersion()) {
            reasons.add(AskReason.NEW_PURPOSE);
        }
        if (state == ConsentState.INVALIDATED) {
            reasons.add(AskReason.INVALIDATED);
        }
        return reasons;
    }

    private static Map<ConsentSignal, SignalState> signals(
            EditionTerms given, Map<String, Decision> effective) {
        Set<ConsentSignal> granted = EnumSet.of(ConsentSignal.SECURITY_STORAGE);
        Set<ConsentSignal> denied = EnumSet.noneOf(ConsentSignal.class);
        for (FrozenPurpose purpose : given.purposes()) {
            boolean on = effective.get(purpose.code()) == Decision.GRANTED;
            (on ? granted : denied).addAll(purpose.signals());
        }
        granted.removeAll(denied);
        granted.add(ConsentSignal.SECURITY_STORAGE);
        Map<ConsentSignal, SignalState> signals = new TreeMap<>();
        for (ConsentSignal signal : ConsentSignal.values()) {
            signals.put(
                    signal, granted.contains(signal) ? SignalState.granted : SignalState.denied);
        }
        return signals;
    }
}
