package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.ledger.LedgerEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Writes consent records of ISO/IEC TS 27560:2023 as JSON-LD, in the terms of the W3C's Data
/// Privacy Vocabulary 2. They tell refusals and withdrawals too: one process for each purpose that
/// was asked for, with all states that its consent came into.
@Singleton
class LinkedRecords {

    private static final String SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#record";

    private final ConsentSettings settings;
    private final ConsentLinks links;
    private final LinkedParties parties;
    private final LinkedProcesses processes;
    private final InstantSource time;

    LinkedRecords(
            ConsentSettings settings,
            ConsentLinks links,
            LinkedParties parties,
            LinkedProcesses processes,
            InstantSource time) {
        this.settings = settings;
        this.links = links;
        this.parties = parties;
        this.processes = processes;
        this.time = time;
    }

    /// @throws Problem 409 where nothing was asked for, only told
    ObjectNode of(ConsentRecord kept) {
        Edition edition = ConsentViews.edition(kept);
        EditionTerms terms = edition.terms();
        if (terms.mode() == VersionMode.NOTICE_ONLY) {
            throw Problem.of(
                    ProblemType.NOTHING_GRANTED,
                    "The notice asks nothing: it was taken notice of, which is no consent.");
        }
        String self = links.record(kept.id);
        ObjectNode record = ConsentJson.object();
        record.set("@context", LinkedData.context());
        record.put("@id", self);
        record.putArray("@type").add("dpv:ConsentRecord").add("dpv:ConsentReceipt");
        record.putArray("dct:conformsTo").add(SCHEMA).add("ISO/IEC TS 27560:2023");
        record.put("dpv:hasIdentifier", kept.id.toString());
        record.put("dct:identifier", Receipts.id(kept).toString());
        record.put("dct:created", kept.givenAt.toString());
        record.put("dct:modified", kept.changedAt.toString());
        record.put("dct:creator", LinkedParties.controllerId(self));
        record.put("dct:language", kept.locale);
        record.set("dpv:hasDataSubject", parties.subject(kept, self));
        record.set("dpv:hasNotice", notice(kept, edition));
        record.put("dpv:hasJurisdiction", LinkedData.location(settings.jurisdiction()));
        record.set("dpv:hasEntity", parties.all(terms, self));
        ArrayNode told = record.putArray("dpv:hasProcess");
        List<LedgerEvent> events = LedgerEvent.of(kept.id);
        for (FrozenPurpose purpose : terms.purposes()) {
            if (!purpose.necessary()) {
                told.add(
                        processes.of(
                                kept,
                                terms,
                                purpose,
                                ConsentStage.of(purpose.code(), events, time.instant())));
            }
        }
        return record;
    }

    private ObjectNode notice(ConsentRecord kept, Edition edition) {
        EditionText shown = EditionText.of(edition.versionId, kept.locale).orElseThrow();
        ObjectNode notice = ConsentJson.object();
        notice.put("@id", links.notice(kept.noticeKey, kept.locale));
        notice.putArray("@type").add("dpv:ConsentNotice").add("dpv:PrivacyNotice");
        notice.put("dct:title", shown.text().title());
        notice.put("dct:language", kept.locale);
        notice.put("dct:hasVersion", String.valueOf(kept.noticeVersion));
        notice.put("dpv:hasIdentifier", "sha-256:" + kept.textHash);
        notice.put("dpv:hasPolicy", links.policy(kept.noticeKey, kept.locale));
        return notice;
    }
}
