package dev.vestnik.consent;

import dev.vestnik.edge.InputError;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What an answer must be like to count. Pure: it knows nothing but what was asked and answered.
final class ConsentRules {

    private static final Set<ConsentMethod> ACKNOWLEDGES =
            Set.of(
                    ConsentMethod.ACKNOWLEDGED,
                    ConsentMethod.DISMISS,
                    ConsentMethod.CONTINUED_USE,
                    ConsentMethod.SCROLL,
                    ConsentMethod.TIMEOUT);

    private ConsentRules() {}

    /// Lets an answer pass that its method can bring about, with one decision for every purpose
    /// that isn't necessary.
    ///
    /// @throws Problem 422 that says what is wrong
    static void require(EditionTerms asked, ConsentMethod method, Map<String, Decision> decisions) {
        boolean grants = decisions.containsValue(Decision.GRANTED);
        if (grants && method.force() == ConsentMethod.Force.NOT_AFFIRMATIVE) {
            throw Problem.of(
                    ProblemType.CONSENT_NOT_AFFIRMATIVE,
                    List.of(
                            InputError.at(
                                    "/method",
                                    ProblemType.CONSENT_NOT_AFFIRMATIVE.name(),
                                    "is no clear affirmative act, and grants nothing")));
        }
        if (asked.mode() == VersionMode.NOTICE_ONLY) {
            requireNoticeOnly(method, decisions);
            return;
        }
        if (method.force() == ConsentMethod.Force.MAY_ACKNOWLEDGE) {
            throw Problem.invalid(
                    "/method",
                    "NOT_NOTICE_ONLY",
                    "is for versions that ask nothing; this one asks");
        }
        if (grants && method.force() == ConsentMethod.Force.MAY_DENY) {
            throw Problem.invalid("/method", "METHOD_MAY_ONLY_DENY", "may only deny");
        }
        requireOneEach(asked, decisions);
    }

    private static void requireNoticeOnly(ConsentMethod method, Map<String, Decision> decisions) {
        if (!decisions.isEmpty()) {
            throw Problem.invalid(
                    "/decisions", "NOTICE_ONLY", "must be empty: this version asks nothing");
        }
        if (!ACKNOWLEDGES.contains(method)) {
            throw Problem.invalid(
                    "/method",
                    "NOTICE_ONLY",
                    "must be ACKNOWLEDGED, or how it was passed over: this version asks nothing");
        }
    }

    private static void requireOneEach(EditionTerms asked, Map<String, Decision> decisions) {
        Set<String> missing = new TreeSet<>(asked.asked());
        List<InputError> errors = new ArrayList<>();
        for (String code : decisions.keySet()) {
            boolean known =
                    asked.purposes().stream().anyMatch(purpose -> purpose.code().equals(code));
            if (!known) {
                errors.add(
                        InputError.at(
                                "/decisions/" + pointer(code),
                                "UNKNOWN_PURPOSE",
                                "is no purpose of this version"));
            } else if (!missing.remove(code)) {
                errors.add(
                        InputError.at(
                                "/decisions/" + pointer(code),
                                "NECESSARY_PURPOSE",
                                "is necessary, and not up to consent"));
            }
        }
        for (String code : missing) {
            errors.add(InputError.at("/decisions/" + code, "DECISION_MISSING", "must be decided"));
        }
        if (!errors.isEmpty()) {
            throw Problem.of(ProblemType.VALIDATION_FAILED, errors);
        }
    }

    private static String pointer(String member) {
        String shown = member.length() > 64 ? member.substring(0, 64) : member;
        return shown.replace("~", "~0").replace("/", "~1");
    }

    /// Whether an answer grants what was not granted before.
    static boolean widens(Map<String, Decision> granted, Map<String, Decision> wanted) {
        return wanted.entrySet().stream()
                .anyMatch(decision ->
                        decision.getValue() == Decision.GRANTED
                                && granted.get(decision.getKey()) != Decision.GRANTED);
    }
}
