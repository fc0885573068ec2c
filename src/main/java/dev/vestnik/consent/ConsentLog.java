package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Ids;
import dev.vestnik.ledger.Evidence;
import dev.vestnik.ledger.Ledger;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets things happen to consents: each is an event in the ledger, and the record shows what they
/// add up to. The record of every event but the first is locked by whoever calls.
@Singleton
class ConsentLog {

    private final Ledger ledger;
    private final Evidence evidence;
    private final SubjectTokens tokens;
    private final Site site;
    private final InstantSource time;

    ConsentLog(
            Ledger ledger, Evidence evidence, SubjectTokens tokens, Site site, InstantSource time) {
        this.ledger = ledger;
        this.evidence = evidence;
        this.tokens = tokens;
        this.site = site;
        this.time = time;
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), site.timeZone());
    }

    /// Begins a record.
    ///
    /// @param token the subject's, which the record keeps a hash of
    ConsentRecord begin(
            UUID id,
            String token,
            EventContent.Answer answer,
            String validity,
            Map<String, Decision> decisions,
            ObjectNode circumstances) {
        EventType type =
                decisions.isEmpty()
                        ? EventType.ACKNOWLEDGED
                        : decisions.containsValue(Decision.GRANTED)
                                ? EventType.GIVEN
                                : EventType.REFUSED;
        Instant now = time.instant();
        EventContent content =
                kept(
                        id,
                        EventContent.of(answer, decisions, Validity.end(validity, now)),
                        circumstances);
        Projection projection = Projection.after(null, type, content, now, 1);
        ConsentRecord begun = new ConsentRecord();
        begun.id = id;
        begun.tokenHash = SubjectTokens.hash(token);
        begun.show(projection);
        begun.persistAndFlush();
        ConsentDecision.write(id, projection);
        ledger.append(id, type.name(), now, content.tree());
        Tally.of(today(), projection, Tally.answer(decisions)).persist();
        return begun;
    }

    /// Notes another answer of the same person.
    ///
    /// @param validity of the version that was shown anew; null where none was, and the time that
    ///   was set goes on
    void answer(
            ConsentRecord kept,
            EventContent.Answer answer,
            @Nullable String validity,
            Map<String, Decision> decisions,
            ObjectNode circumstances) {
        Instant expiresAt =
                validity == null ? kept.expiresAt : Validity.end(validity, time.instant());
        happen(
                kept,
                validity == null ? EventType.CHANGED : EventType.RENEWED,
                kept(kept.id, EventContent.of(answer, decisions, expiresAt), circumstances));
        ConsentDecision.write(kept.id, kept.projection());
        if (validity != null) {
            Tally.of(today(), kept.projection(), Tally.answer(decisions)).persist();
        }
    }

    /// Takes back all that was granted; once is enough.
    void withdraw(ConsentRecord kept, ObjectNode circumstances) {
        if (kept.state == ConsentState.WITHDRAWN) {
            return;
        }
        happen(kept, EventType.WITHDRAWN, kept(kept.id, EventContent.NOTHING, circumstances));
        Tally.of(today(), kept.projection(), Tally.What.WITHDRAWN).persist();
    }

    /// Finds that it was none; once is enough.
    void invalidate(ConsentRecord kept, ObjectNode circumstances) {
        if (kept.state == ConsentState.INVALIDATED) {
            return;
        }
        happen(kept, EventType.INVALIDATED, kept(kept.id, EventContent.NOTHING, circumstances));
    }

    void expire(ConsentRecord kept) {
        happen(kept, EventType.EXPIRED, EventContent.NOTHING);
    }

    void link(ConsentRecord kept, UUID reader) {
        kept.readerHash = tokens.reader(reader);
        happen(kept, EventType.LINKED, EventContent.NOTHING);
    }

    /// Destroys what is personal; the events stay, and so does a tombstone.
    void erase(ConsentRecord kept) {
        if (kept.state == ConsentState.ERASED) {
            return;
        }
        evidence.shred(kept.id);
        kept.tombstone = kept.tokenHash == null ? null : tokens.tombstone(kept.tokenHash);
        kept.tokenHash = null;
        kept.readerHash = null;
        happen(kept, EventType.ERASED, EventContent.NOTHING);
    }

    private EventContent kept(UUID id, EventContent content, ObjectNode circumstances) {
        UUID evidenceId = Ids.next();
        return content.with(evidenceId, evidence.keep(id, evidenceId, circumstances));
    }

    private void happen(ConsentRecord kept, EventType type, EventContent content) {
        Instant now = time.instant();
        Projection after =
                Projection.after(kept.projection(), type, content, now, kept.version + 1);
        ledger.append(kept.id, type.name(), now, content.tree());
        kept.show(after);
        ConsentRecord.flush();
    }
}
