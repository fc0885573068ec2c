package dev.vestnik.consent;

import dev.vestnik.edge.Tracked;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a site shows of the version in force, in one language.
@Schema(name = "ConsentCurrentNotice")
record CurrentNotice(
        @Schema(examples = "cookies") String key,
        NoticeKind kind,
        int number,
        VersionMode mode,
        @Schema(description = "How long an answer stands.", examples = "P6M") String validity,
        @Schema(examples = "ru") String locale,
        String title,
        String body,
        NoticeText.Labels labels,
        Controller controller,
        List<Shown> purposes,
        @Schema(
                        description =
                                "SHA-256 of the RFC 8785 form of {title, body, labels}, in hexadecimal digits.")
                String sha256,
        Instant publishedAt)
        implements Tracked {

    private static final NoticeText.Labels NONE =
            new NoticeText.Labels(null, null, null, null, null);

    /// A purpose in one language.
    @Schema(name = "ConsentShownPurpose")
    record Shown(
            String code,
            boolean necessary,
            String name,
            String description,
            String legalBasis,
            String retention,
            List<Vendor> vendors) {}

    static CurrentNotice of(
            Notice notice,
            EditionTerms terms,
            EditionText text,
            Instant publishedAt,
            String defaultLocale) {
        NoticeText shown = text.text();
        return new CurrentNotice(
                notice.noticeKey,
                notice.kind,
                notice.currentNumber,
                terms.mode(),
                terms.validity(),
                text.locale,
                shown.title(),
                shown.body(),
                shown.labels() == null ? NONE : shown.labels(),
                terms.controller(),
                terms.purposes().stream()
                        .map(purpose -> shown(purpose, text.locale, defaultLocale))
                        .toList(),
                text.sha256,
                publishedAt);
    }

    private static Shown shown(FrozenPurpose purpose, String locale, String defaultLocale) {
        return new Shown(
                purpose.code(),
                purpose.necessary(),
                purpose.name(locale, defaultLocale),
                purpose.description(locale, defaultLocale),
                purpose.legalBasis(),
                purpose.retention(),
                purpose.vendors());
    }

    @Override
    public Set<String> surrogateKeys() {
        return Set.of("notices", "notice:" + key);
    }
}
