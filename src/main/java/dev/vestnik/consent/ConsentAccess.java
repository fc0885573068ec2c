package dev.vestnik.consent;

import dev.vestnik.access.Caller;
import dev.vestnik.audit.AuditLog;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens consents to those whose they are, by their token, and to the privacy officer, of whom the
/// audit log has a line each time.
@Singleton
class ConsentAccess {

    static final String TOKEN = "Consent-Token";

    private final SubjectTokens tokens;
    private final Caller caller;
    private final AuditLog audit;

    ConsentAccess(SubjectTokens tokens, Caller caller, AuditLog audit) {
        this.tokens = tokens;
        this.caller = caller;
        this.audit = audit;
    }

    /// The record, to be read.
    ///
    /// @param action the operation's id
    /// @throws Problem 404 where nothing is there or the token is another's, 410 where its holder
    ///   had it erased
    ConsentRecord read(String id, @Nullable String token, String action) {
        Optional<ConsentRecord> kept = ConsentRecord.of(Ids.path(id, "The consent"));
        if (!asOfficer(token)) {
            return held(kept, token);
        }
        ConsentRecord found = kept.orElseThrow(ConsentAccess::nothing);
        audit.read(action, "consents", found.id.toString());
        return found;
    }

    /// The record, to be changed, locked.
    ConsentRecord locked(String id, @Nullable String token, String action) {
        Optional<ConsentRecord> kept = ConsentRecord.locked(Ids.path(id, "The consent"));
        if (!asOfficer(token)) {
            return held(kept, token);
        }
        ConsentRecord found = kept.orElseThrow(ConsentAccess::nothing);
        audit.done(action, "consents", found.id.toString());
        return found;
    }

    /// The record, locked, for its subject alone.
    ConsentRecord own(String id, @Nullable String token) {
        return held(ConsentRecord.locked(Ids.path(id, "The consent")), token);
    }

    /// @throws Problem 410 where only a tombstone is left
    static void requireThere(ConsentRecord kept) {
        if (kept.state == ConsentState.ERASED) {
            throw Problem.of(ProblemType.GONE, "It was erased.");
        }
    }

    private boolean asOfficer(@Nullable String token) {
        return token == null && caller.isPrivacyOfficer();
    }

    private ConsentRecord held(Optional<ConsentRecord> kept, @Nullable String header) {
        String token = header == null ? "" : header;
        ConsentRecord found = kept.orElseThrow(ConsentAccess::nothing);
        if (tokens.opens(token, found)) {
            return found;
        }
        if (tokens.opened(token, found)) {
            throw Problem.of(
                    ProblemType.GONE,
                    "It was erased: nothing is left but that there once was a consent.");
        }
        throw nothing();
    }

    static Problem nothing() {
        return Problem.notFound("The consent");
    }
}
