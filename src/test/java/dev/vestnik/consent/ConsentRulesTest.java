package dev.vestnik.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vestnik.edge.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentRulesTest {

    private static EditionTerms terms(VersionMode mode) {
        return new EditionTerms(
                mode,
                VersionChange.MATERIAL,
                "P6M",
                new Controller("Редакция", null, null, null, null, null),
                List.of(
                        purpose("necessary", true),
                        purpose("stats", false),
                        purpose("ads", false)));
    }

    private static FrozenPurpose purpose(String code, boolean necessary) {
        return new FrozenPurpose(
                code, necessary, Map.of(), Map.of(), "CONSENT", "P6M", List.of(), List.of(), null);
    }

    private static Map<String, Decision> decisions(String written) {
        return Stream.of((written == null ? "" : written).split(" "))
                .filter(decision -> !decision.isEmpty())
                .collect(
                        Collectors.toMap(
                                decision -> decision.substring(1),
                                decision ->
                                        decision.startsWith("+")
                                                ? Decision.GRANTED
                                                : Decision.DENIED));
    }

    @ParameterizedTest
    @CsvSource({
        "OPT_IN, ACCEPT_ALL, +stats +ads",
        "OPT_IN, SAVE_CHOICES, +stats -ads",
        "OPT_IN, CHECKBOX, -stats +ads",
        "OPT_IN, DOUBLE_OPT_IN, +stats +ads",
        "OPT_IN, PAPER, +stats -ads",
        "OPT_IN, SAVE_CHOICES, -stats -ads",
        "OPT_IN, REJECT_ALL, -stats -ads",
        "OPT_IN, DISMISS, -stats -ads",
        "OPT_IN, GPC, -stats -ads",
        "OPT_IN, CONTINUED_USE, -stats -ads",
        "OPT_IN, TIMEOUT, -stats -ads",
        "NOTICE_ONLY, ACKNOWLEDGED,",
        "NOTICE_ONLY, CONTINUED_USE,",
        "NOTICE_ONLY, DISMISS,"
    })
    void counts(VersionMode mode, ConsentMethod method, String decisions) {
        ConsentRules.require(terms(mode), method, decisions(decisions));
    }

    @ParameterizedTest
    @CsvSource({
        "OPT_IN, CONTINUED_USE, +stats -ads, CONSENT_NOT_AFFIRMATIVE",
        "OPT_IN, SCROLL, +stats +ads, CONSENT_NOT_AFFIRMATIVE",
        "OPT_IN, TIMEOUT, +stats +ads, CONSENT_NOT_AFFIRMATIVE",
        "OPT_IN, PRETICKED, -stats +ads, CONSENT_NOT_AFFIRMATIVE",
        "NOTICE_ONLY, CONTINUED_USE, +stats, CONSENT_NOT_AFFIRMATIVE",
        "OPT_IN, REJECT_ALL, +stats -ads, METHOD_MAY_ONLY_DENY",
        "OPT_IN, DISMISS, +stats -ads, METHOD_MAY_ONLY_DENY",
        "OPT_IN, GPC, +stats -ads, METHOD_MAY_ONLY_DENY",
        "OPT_IN, ACKNOWLEDGED, -stats -ads, NOT_NOTICE_ONLY",
        "OPT_IN, SAVE_CHOICES, +stats, DECISION_MISSING",
        "OPT_IN, SAVE_CHOICES, , DECISION_MISSING",
        "OPT_IN, SAVE_CHOICES, +stats +ads +video, UNKNOWN_PURPOSE",
        "OPT_IN, SAVE_CHOICES, +stats +ads +necessary, NECESSARY_PURPOSE",
        "NOTICE_ONLY, ACCEPT_ALL, +stats, NOTICE_ONLY",
        "NOTICE_ONLY, ACCEPT_ALL, , NOTICE_ONLY",
        "NOTICE_ONLY, ACKNOWLEDGED, -stats, NOTICE_ONLY",
        "NOTICE_ONLY, PRETICKED, , NOTICE_ONLY"
    })
    void does_not_count(VersionMode mode, ConsentMethod method, String decisions, String code) {
        Problem problem =
                assertThrows(
                        Problem.class,
                        () -> ConsentRules.require(terms(mode), method, decisions(decisions)));

        assertEquals(code, problem.errors().get(0).code());
    }

    @ParameterizedTest
    @CsvSource({
        "+stats +ads, +stats -ads, false",
        "+stats +ads, -stats -ads, false",
        "+stats +ads, +stats +ads, false",
        "+stats -ads, +stats +ads, true",
        "-stats -ads, +stats -ads, true",
        ", +stats, true",
        ", -stats, false"
    })
    void widens(String granted, String wanted, boolean widens) {
        assertEquals(widens, ConsentRules.widens(decisions(granted), decisions(wanted)));
    }
}
