package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.access.Caller;
import dev.vestnik.audit.AuditLog;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes answers: first ones, other ones, and those that the privacy officer writes down for
/// somebody.
@Singleton
class Answering {

    private final ConsentLog log;
    private final ShownTokens shownTokens;
    private final SubjectTokens subjectTokens;
    private final Circumstances circumstances;
    private final Caller caller;
    private final AuditLog audit;
    private final Site site;
    private final InstantSource time;

    Answering(
            ConsentLog log,
            ShownTokens shownTokens,
            SubjectTokens subjectTokens,
            Circumstances circumstances,
            Caller caller,
            AuditLog audit,
            Site site,
            InstantSource time) {
        this.log = log;
        this.shownTokens = shownTokens;
        this.subjectTokens = subjectTokens;
        this.circumstances = circumstances;
        this.caller = caller;
        this.audit = audit;
        this.site = site;
        this.time = time;
    }

    /// A new record with the token that opens it.
    record Begun(ConsentRecord kept, String token) {}

    /// What was shown, with what it says.
    private record Seen(Edition edition, EditionTerms terms, String locale, String textHash) {}

    Begun begin(ConsentInput input) {
        return input.shownToken() == null && caller.isPrivacyOfficer()
                ? onBehalf(input)
                : bySubject(input);
    }

    private Begun bySubject(ConsentInput input) {
        if (input.shownToken() == null) {
            throw Problem.invalid(
                    "/shownToken", "SHOWN_TOKEN_MISSING", "is needed: it proves what was shown");
        }
        if (input.notice() != null || input.locale() != null || input.reason() != null) {
            throw Problem.invalid(
                    "",
                    "NOT_ON_BEHALF",
                    "must not have notice, locale or reason beside shownToken");
        }
        ShownTokens.Shown shown = shownTokens.read(input.shownToken());
        Seen seen = seen(shown.notice(), shown.number(), shown.locale());
        ConsentRules.require(seen.terms(), input.method(), input.given());
        use(shown);
        return begun(seen, input, circumstances.gpc(), false, circumstances.evidence());
    }

    private Begun onBehalf(ConsentInput input) {
        if (input.method() != ConsentMethod.PAPER) {
            throw Problem.invalid("/method", "PAPER_ONLY", "must be PAPER on somebody's behalf");
        }
        if (input.reason() == null || input.reason().isBlank()) {
            throw Problem.invalid("/reason", "REASON_MISSING", "is needed on somebody's behalf");
        }
        Notice notice =
                Notice.byKey(input.notice() == null ? "" : input.notice())
                        .orElseThrow(
                                () -> Problem.invalid("/notice", "UNKNOWN_NOTICE", "is no notice"));
        String locale = input.locale() == null ? site.defaultLocale() : input.locale();
        NoticeResource.inForce(notice);
        Seen seen = seen(notice.noticeKey, notice.currentNumber, locale);
        ConsentRules.require(seen.terms(), input.method(), input.given());
        ObjectNode evidence =
                ConsentJson.object()
                        .put("reason", input.reason())
                        .put("writtenBy", caller.username().orElse(""));
        Begun begun = begun(seen, input, false, true, evidence);
        audit.done("ConsentResource_create", "consents", begun.kept().id.toString());
        return begun;
    }

    private Begun begun(
            Seen seen, ConsentInput input, boolean gpc, boolean onBehalf, ObjectNode evidence) {
        UUID id = Ids.next();
        String token = subjectTokens.make();
        ConsentRecord kept =
                log.begin(
                        id,
                        token,
                        answer(seen, input.method(), gpc, onBehalf),
                        seen.terms().validity(),
                        input.given(),
                        evidence);
        return new Begun(kept, token);
    }

    /// Takes another answer of the subject's.
    ///
    /// @param kept locked
    void change(ConsentRecord kept, ConsentChange change) {
        Map<String, Decision> decisions = change.given();
        ShownTokens.@Nullable Shown shown =
                change.shownToken() == null ? null : shownTokens.read(change.shownToken());
        if (shown != null && !shown.notice().equals(kept.noticeKey)) {
            throw Problem.invalid("/shownToken", "OTHER_NOTICE", "is of another notice");
        }
        Seen seen =
                shown == null
                        ? seen(kept.noticeKey, kept.noticeVersion, kept.locale)
                        : seen(shown.notice(), shown.number(), shown.locale());
        ConsentRules.require(seen.terms(), change.method(), decisions);
        if (shown == null) {
            boolean stands = kept.projection().stateAt(time.instant()) == ConsentState.GIVEN;
            if (ConsentRules.widens(stands ? kept.decisions : Map.of(), decisions)) {
                throw Problem.invalid(
                        "/shownToken",
                        "SHOWN_TOKEN_MISSING",
                        "is needed to grant what was not granted: show the notice again");
            }
        } else {
            use(shown);
        }
        log.answer(
                kept,
                answer(seen, change.method(), circumstances.gpc(), false),
                shown == null ? null : seen.terms().validity(),
                decisions,
                circumstances.evidence());
    }

    private static void use(ShownTokens.Shown shown) {
        if (!Tally.use(shown.id())) {
            throw Problem.of(
                    ProblemType.SHOWN_TOKEN_USED,
                    "It is good for one answer; show the notice again.");
        }
    }

    private static Seen seen(String notice, int number, String locale) {
        Edition edition =
                Edition.of(notice, number)
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "/shownToken",
                                        "SHOWN_TOKEN_INVALID",
                                        "is of a notice that is not there"));
        EditionText text =
                EditionText.of(edition.versionId, locale)
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "/locale",
                                        "UNKNOWN_LOCALE",
                                        "is none that the notice is in"));
        return new Seen(edition, edition.terms(), locale, text.sha256);
    }

    private static EventContent.Answer answer(
            Seen seen, ConsentMethod method, boolean gpc, boolean onBehalf) {
        return new EventContent.Answer(
                seen.edition().noticeKey,
                seen.edition().number,
                seen.locale(),
                seen.textHash(),
                method,
                gpc,
                onBehalf);
    }
}
