package dev.vestnik.consent;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A version of a notice as it goes over the wire.
@Schema(name = "ConsentNoticeVersion")
record VersionView(
        UUID id,
        long version,
        @Schema(examples = "cookies") String key,
        @Schema(description = "From 1.") int number,
        VersionStatus status,
        VersionMode mode,
        VersionChange change,
        String validity,
        Controller controller,
        @Schema(description = "Their codes, in the order in which they are shown.")
                List<String> purposes,
        @Schema(description = "As they were when it was published; null in a draft.")
                @Nullable List<FrozenPurpose> frozenPurposes,
        Map<String, NoticeText> texts,
        @Schema(
                        description =
                                "By locale: SHA-256 of the RFC 8785 form of the text, in hexadecimal digits.")
                Map<String, String> sha256,
        @Nullable Instant publishedAt,
        @Nullable Instant retiredAt,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static VersionView of(Notice notice, NoticeVersion version) {
        VersionInput draft = version.draft;
        return draft != null ? draft(notice, version, draft) : published(notice, version);
    }

    private static VersionView draft(Notice notice, NoticeVersion version, VersionInput draft) {
        return new VersionView(
                version.id,
                version.version,
                notice.noticeKey,
                version.number,
                version.status,
                draft.mode(),
                draft.change(),
                Validity.of(draft.validity()),
                draft.controller(),
                draft.purposes(),
                null,
                new TreeMap<>(draft.texts()),
                draft.texts().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        text -> Publishing.sha256(text.getValue()),
                                        (one, other) -> one,
                                        TreeMap::new)),
                version.publishedAt,
                version.retiredAt,
                version.createdAt,
                version.updatedAt);
    }

    private static VersionView published(Notice notice, NoticeVersion version) {
        Edition edition = Objects.requireNonNull(Edition.findById(version.id));
        EditionTerms terms = edition.terms();
        Map<String, NoticeText> texts = new TreeMap<>();
        Map<String, String> hashes = new TreeMap<>();
        for (EditionText text : edition.texts()) {
            texts.put(text.locale, text.text());
            hashes.put(text.locale, text.sha256);
        }
        return new VersionView(
                version.id,
                version.version,
                notice.noticeKey,
                version.number,
                version.status,
                terms.mode(),
                terms.change(),
                terms.validity(),
                terms.controller(),
                terms.purposes().stream().map(FrozenPurpose::code).toList(),
                terms.purposes(),
                texts,
                hashes,
                version.publishedAt,
                version.retiredAt,
                version.createdAt,
                version.updatedAt);
    }
}
