package dev.vestnik.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.edge.Ids;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

/// Makes the notices and the consent that the examples of the OpenAPI document name.
@Singleton
public class ConsentArchive {

    private final Publishing publishing;
    private final ConsentLog log;
    private final ObjectMapper json;
    private final InstantSource time;

    ConsentArchive(Publishing publishing, ConsentLog log, ObjectMapper json, InstantSource time) {
        this.publishing = publishing;
        this.log = log;
        this.json = json;
        this.time = time;
    }

    /// Stores them in the present transaction: a published notice in three languages, whose buttons
    /// to accept, reject and choose are alike, a draft of its next version, and one consent.
    public void storeDemonstration() {
        for (PurposeInput purpose : read(DemonstrationTexts.PURPOSES, PurposeInput[].class)) {
            store(purpose);
        }
        Notice notice = notice(ConsentExamples.NOTICE_KEY, NoticeKind.COOKIES);
        publishing.publish(notice, draft(notice));
        draft(notice);
        notice(ConsentExamples.UNPUBLISHED_KEY, NoticeKind.NEWSLETTER);
        Edition edition = Edition.of(notice.noticeKey, 1).orElseThrow();
        EventContent.Answer answer =
                new EventContent.Answer(
                        notice.noticeKey,
                        1,
                        "ru",
                        EditionText.of(edition.versionId, "ru").orElseThrow().sha256,
                        ConsentMethod.SAVE_CHOICES,
                        false,
                        false);
        log.begin(
                UUID.fromString(ConsentExamples.RECORD_ID),
                ConsentExamples.TOKEN,
                answer,
                edition.terms().validity(),
                Map.of("analytics", Decision.GRANTED, "marketing", Decision.DENIED),
                ConsentJson.object().put("address", "192.0.2.0/24").put("userAgent", "Firefox"));
    }

    private void store(PurposeInput input) {
        Instant now = time.instant();
        Purpose purpose = new Purpose();
        purpose.id = Ids.next();
        purpose.code = input.code();
        purpose.necessary = input.necessary();
        purpose.names.putAll(input.names());
        if (input.descriptions() != null) {
            purpose.descriptions.putAll(input.descriptions());
        }
        purpose.legalBasis = input.legalBasis();
        purpose.retention = input.retention();
        purpose.vendors = input.givenVendors();
        purpose.signals = new ArrayList<>(ConsentSignal.byCode(input.code()));
        purpose.data = input.givenData();
        purpose.createdAt = now;
        purpose.updatedAt = now;
        purpose.persist();
    }

    private Notice notice(String key, NoticeKind kind) {
        Notice notice = new Notice();
        notice.id = Ids.next();
        notice.noticeKey = key;
        notice.kind = kind;
        notice.createdAt = time.instant();
        notice.updatedAt = notice.createdAt;
        notice.persistAndFlush();
        return notice;
    }

    private NoticeVersion draft(Notice notice) {
        NoticeVersion version = new NoticeVersion();
        version.id = Ids.next();
        version.noticeId = notice.id;
        version.number = ++notice.lastNumber;
        version.status = VersionStatus.DRAFT;
        version.draft = read(ConsentExamples.VERSION, VersionInput.class);
        version.createdAt = time.instant();
        version.updatedAt = version.createdAt;
        version.persistAndFlush();
        return version;
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
