package dev.vestnik.consent;

import dev.vestnik.access.Caller;
import dev.vestnik.audit.AuditLog;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
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
        UUID known = Ids.path(id, "The consent");
        return opened(ConsentRecord.of(known), token, action);
    }

    /// The record, to be changed, locked.
    ConsentRecord locked(String id, @Nullable String token, String action) {
        UUID known = Ids.path(id, "The consent");
        return opened(ConsentRecord.locked(known), token, action);
    }

    /// The record, locked, for its subject alone.
    ConsentRecord own(String id, @Nullable String token) {
        UUID known = Ids.path(id, "The consent");
        return held(ConsentRecord.locked(known), token == null ? "" : token);
    }

    private ConsentRecord opened(
            Optional<ConsentRecord> kept, @Nullable String token, String action) {
        if (token == null && caller.isPrivacyOfficer()) {
            ConsentRecord found = kept.orElseThrow(ConsentAccess::nothing);
            audit.done(action, "consents", found.id.toString());
            return found;
        }
        return held(kept, token == null ? "" : token);
    }

    private ConsentRecord held(Optional<ConsentRecord> kept, String token) {
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

    private static Problem nothing() {
        return Problem.notFound("The consent");
    }
}
