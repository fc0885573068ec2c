package dev.vestnik.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vestnik.database.JsonText;
import dev.vestnik.ledger.Flaw;
import dev.vestnik.ledger.FlawKind;
import dev.vestnik.ledger.LedgerEvent;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Holds what was published against the event that has its hashes.
final class PublishedCheck {

    private static final JsonText<Published> PUBLISHED = new JsonText<>(new TypeReference<>() {});

    private PublishedCheck() {}

    /// What an event tells of a publication.
    ///
    /// @param terms their SHA-256
    /// @param texts the SHA-256 of each, by locale
    record Published(
            String notice, int number, UUID versionId, String terms, Map<String, String> texts) {}

    /// Whether all is there that an event tells of, and nothing else.
    static Optional<Flaw> of(LedgerEvent event) {
        Published told = PUBLISHED.read(event.content);
        Optional<Edition> kept = Edition.find("versionId", told.versionId()).firstResultOptional();
        if (kept.isEmpty()) {
            return flaw(event, place(told), "What was published is not there.");
        }
        Edition edition = kept.get();
        if (!edition.noticeKey.equals(told.notice())
                || edition.number != told.number()
                || differs(edition.terms, edition.sha256, told.terms())) {
            return flaw(event, place(told), "Its terms are not those that were published.");
        }
        Map<String, EditionText> texts =
                edition.texts().stream()
                        .collect(Collectors.toMap(text -> text.locale, text -> text));
        for (String locale : told.texts().keySet()) {
            EditionText text = texts.remove(locale);
            if (text == null || differs(text.content, text.sha256, told.texts().get(locale))) {
                return flaw(
                        event,
                        place(told) + "/texts/" + locale,
                        "The text is not the one that was published.");
            }
        }
        return texts.isEmpty()
                ? Optional.empty()
                : flaw(
                        event,
                        place(told) + "/texts/" + texts.keySet().iterator().next(),
                        "The text was never published.");
    }

    /// Whether there is an event of it.
    static Optional<Flaw> of(Edition edition) {
        NoticeVersion version = NoticeVersion.findById(edition.versionId);
        boolean told =
                LedgerEvent.of(version.noticeId).stream()
                        .filter(event -> event.type.equals(Publishing.PUBLISHED))
                        .anyMatch(event ->
                                PUBLISHED
                                        .read(event.content)
                                        .versionId()
                                        .equals(edition.versionId));
        return told
                ? Optional.empty()
                : Optional.of(
                        Flaw.of(
                                FlawKind.TEXT,
                                place(edition.noticeKey, edition.number),
                                "No event tells that it was published."));
    }

    private static boolean differs(String text, String stored, String told) {
        return !Objects.equals(stored, told) || !Publishing.hash(text).equals(told);
    }

    private static Optional<Flaw> flaw(LedgerEvent event, String place, String detail) {
        return Optional.of(Flaw.at(event, FlawKind.TEXT, place, detail));
    }

    private static String place(Published told) {
        return place(told.notice(), told.number());
    }

    private static String place(String key, int number) {
        return "consent/notices/" + key + "/versions/" + number;
    }
}
