package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.edge.Hashes;
import dev.vestnik.edge.InputError;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.ledger.CanonicalJson;
import dev.vestnik.ledger.Ledger;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts versions of notices into force, and out of it.
///
/// Publishing freezes all that a version says into its edition, and an event of the notice's chain
/// in the ledger holds the hashes of the terms and of every text, so that verifying the ledger
/// verifies them too.
@Singleton
class Publishing {

    static final String PUBLISHED = "PUBLISHED";

    private final Site site;
    private final ConsentSettings settings;
    private final Ledger ledger;
    private final ChangeLog changes;
    private final InstantSource time;

    Publishing(
            Site site,
            ConsentSettings settings,
            Ledger ledger,
            ChangeLog changes,
            InstantSource time) {
        this.site = site;
        this.settings = settings;
        this.ledger = ledger;
        this.changes = changes;
        this.time = time;
    }

    static String sha256(NoticeText text) {
        return CanonicalJson.sha256Hex(ConsentJson.tree(text));
    }

    /// Publishes a draft; the version that was in force is retired.
    ///
    /// @param notice locked
    /// @throws Problem 409 where it is no draft, 422 where it must not be published as it is
    void publish(Notice notice, NoticeVersion version) {
        VersionInput draft = version.draft;
        if (draft == null) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "Version " + version.number + " is " + version.status + " already.");
        }
        List<InputError> errors = new ArrayList<>();
        requireTexts(draft, errors);
        List<FrozenPurpose> purposes = frozen(draft, errors);
        if (!errors.isEmpty()) {
            throw Problem.of(ProblemType.VALIDATION_FAILED, errors);
        }
        Instant now = time.instant();
        EditionTerms terms =
                new EditionTerms(
                        draft.mode(),
                        draft.change(),
                        Validity.of(draft.validity()),
                        draft.controller(),
                        purposes);
        Optional<Edition> before = lastPublished(notice);
        retireCurrent(notice, now);
        version.status = VersionStatus.PUBLISHED;
        version.publishedAt = now;
        version.updatedAt = now;
        version.draft = null;
        notice.currentNumber = version.number;
        if (terms.change() == VersionChange.MATERIAL) {
            notice.materialNumber = version.number;
        }
        if (before.isPresent() && !before.get().terms().asked().containsAll(terms.asked())) {
            notice.widenedNumber = version.number;
        }
        notice.updatedAt = now;
        freeze(notice, version, terms, draft.texts(), now);
        changes.append(ChangeKind.NOTICE, notice.id, null, "published");
    }

    /// Takes the version in force out of it; another may follow, or none.
    ///
    /// @param notice locked
    /// @throws Problem 409 where it is not in force
    void retire(Notice notice, NoticeVersion version) {
        if (version.status != VersionStatus.PUBLISHED) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "Version " + version.number + " is " + version.status + ".");
        }
        retireCurrent(notice, time.instant());
        changes.append(ChangeKind.NOTICE, notice.id, null, "retired");
    }

    private static void retireCurrent(Notice notice, Instant now) {
        NoticeVersion.of(notice.id, notice.currentNumber)
                .ifPresent(current -> {
                    current.status = VersionStatus.RETIRED;
                    current.retiredAt = now;
                    current.updatedAt = now;
                });
        notice.currentNumber = 0;
        notice.updatedAt = now;
    }

    private static Optional<Edition> lastPublished(Notice notice) {
        return Edition.find("noticeKey = ?1 order by number desc", notice.noticeKey)
                .firstResultOptional();
    }

    private void freeze(
            Notice notice,
            NoticeVersion version,
            EditionTerms terms,
            Map<String, NoticeText> texts,
            Instant now) {
        Edition edition = new Edition();
        edition.versionId = version.id;
        edition.noticeKey = notice.noticeKey;
        edition.number = version.number;
        edition.terms = CanonicalJson.text(ConsentJson.tree(terms));
        edition.sha256 = hash(edition.terms);
        edition.persistAndFlush();
        ObjectNode said =
                ConsentJson.object()
                        .put("notice", notice.noticeKey)
                        .put("number", version.number)
                        .put("versionId", version.id.toString())
                        .put("terms", edition.sha256);
        ObjectNode hashes = said.putObject("texts");
        texts.forEach((locale, shown) -> {
            EditionText text = new EditionText();
            text.versionId = version.id;
            text.locale = locale;
            text.content = CanonicalJson.text(ConsentJson.tree(shown));
            text.sha256 = hash(text.content);
            text.persist();
            hashes.put(locale, text.sha256);
        });
        ledger.append(notice.id, PUBLISHED, now, said);
    }

    static String hash(String canonical) {
        return Hashes.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private void requireTexts(VersionInput draft, List<InputError> errors) {
        for (String locale : settings.requiredLocales().orElse(site.locales())) {
            if (!draft.texts().containsKey(locale)) {
                errors.add(
                        InputError.at(
                                "/texts/" + locale,
                                "LOCALE_MISSING",
                                "is needed before it can be published"));
            }
        }
        if (draft.mode() == VersionMode.OPT_IN) {
            draft.texts().forEach((locale, text) -> requireEqualButtons(locale, text, errors));
        }
    }

    /// Refusing must be as easy as accepting, and withdrawing too.
    private static void requireEqualButtons(
            String locale, NoticeText text, List<InputError> errors) {
        NoticeText.Labels labels = text.labels();
        String pointer = "/texts/" + locale + "/labels/";
        require(labels == null ? null : labels.acceptAll(), pointer + "acceptAll", errors);
        require(labels == null ? null : labels.rejectAll(), pointer + "rejectAll", errors);
        require(labels == null ? null : labels.withdraw(), pointer + "withdraw", errors);
        if (labels != null
                && labels.rejectAll() != null
                && Set.of(
                                Objects.toString(labels.acceptAll(), ""),
                                Objects.toString(labels.settings(), ""))
                        .contains(labels.rejectAll())) {
            errors.add(
                    InputError.at(
                            pointer + "rejectAll",
                            "NO_EQUAL_REJECT",
                            "must be a button of its own that refuses"));
        }
    }

    private static void require(@Nullable String label, String pointer, List<InputError> errors) {
        if (label == null || label.isBlank()) {
            errors.add(
                    InputError.at(
                            pointer,
                            "LABEL_MISSING",
                            "is needed: refusing and withdrawing must be as easy as accepting"));
        }
    }

    private static List<FrozenPurpose> frozen(VersionInput draft, List<InputError> errors) {
        List<FrozenPurpose> frozen = new ArrayList<>();
        for (int i = 0; i < draft.purposes().size(); i++) {
            Optional<Purpose> purpose = Purpose.byCode(draft.purposes().get(i));
            if (purpose.isPresent()) {
                frozen.add(FrozenPurpose.of(purpose.get()));
            } else {
                errors.add(InputError.at("/purposes/" + i, "UNKNOWN_PURPOSE", "is no purpose"));
            }
        }
        if (draft.mode() == VersionMode.OPT_IN
                && frozen.stream().allMatch(FrozenPurpose::necessary)
                && errors.isEmpty()) {
            errors.add(
                    InputError.at(
                            "/purposes",
                            "NOTHING_ASKED",
                            "must have one that needs consent, or the mode be NOTICE_ONLY"));
        }
        return frozen;
    }
}
