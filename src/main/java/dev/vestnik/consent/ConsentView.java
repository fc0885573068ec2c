package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A consent as it goes over the wire.
@Schema(name = "Consent")
record ConsentView(
        UUID id,
        @Schema(description = "The position of its last event.") long version,
        ConsentState state,
        @Schema(description = "The notice's key.", examples = "cookies") String notice,
        @Schema(description = "The number of the version that was shown.") int noticeVersion,
        @Schema(examples = "ru") String locale,
        @Schema(description = "SHA-256 of the text that was shown.") String textHash,
        ConsentMethod method,
        @Schema(description = "Whether the browser sent Sec-GPC: 1.") boolean gpc,
        @Schema(description = "Whether the privacy officer wrote it down for the person.")
                boolean onBehalf,
        @Schema(
                        description = "What was said, by purpose.",
                        examples = "{\"analytics\": \"GRANTED\"}")
                Map<String, Decision> decisions,
        @Schema(
                        description =
                                "What counts now, by purpose: granted only if it was GRANTED and is not"
                                        + " withdrawn, expired, stale or invalidated.")
                Map<String, Decision> effective,
        @Schema(description = "What a site is to do.") ConsentAction action,
        List<AskReason> reasons,
        @Schema(
                        description = "Google's consent mode, version 2: granted or denied.",
                        examples = "{\"analytics_storage\": \"granted\"}")
                Map<String, String> signals,
        Instant givenAt,
        @Schema(description = "When its last event was.") Instant updatedAt,
        Instant expiresAt,
        @Schema(description = "Whether it is bound to a signed-in reader.") boolean linked,
        @Schema(
                        description =
                                "Opens the record, as the header Consent-Token. Shown this once; nobody can"
                                        + " tell it again.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String subjectToken)
        implements Versioned {

    /// A page of consents.
    @Schema(name = "ConsentPage")
    record Listed(List<ConsentView> items, PageInfo page) implements Paged {}

    static ConsentView of(ConsentRecord kept, ConsentStanding standing) {
        return new ConsentView(
                kept.id,
                kept.version,
                standing.state(),
                kept.noticeKey,
                kept.noticeVersion,
                kept.locale,
                kept.textHash,
                kept.method,
                kept.gpc,
                kept.onBehalf,
                kept.decisions,
                standing.effective(),
                standing.action(),
                standing.reasons(),
                standing.signals().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        signal -> signal.getKey().key(),
                                        signal -> signal.getValue().name(),
                                        (one, other) -> one,
                                        TreeMap::new)),
                kept.givenAt,
                kept.changedAt,
                kept.expiresAt,
                kept.linked,
                null);
    }

    ConsentView with(String token) {
        return new ConsentView(
                id,
                version,
                state,
                notice,
                noticeVersion,
                locale,
                textHash,
                method,
                gpc,
                onBehalf,
                decisions,
                effective,
                action,
                reasons,
                signals,
                givenAt,
                updatedAt,
                expiresAt,
                linked,
                token);
    }
}
