package dev.vestnik.consent;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// That a notice was shown.
@Schema(name = "ConsentImpression")
record ImpressionView(
        @Schema(description = "Proof of what was shown, good for one answer.") String shownToken,
        Instant expiresAt,
        @Schema(examples = "cookies") String key,
        int number,
        VersionMode mode,
        @Schema(examples = "ru") String locale,
        @Schema(description = "Of the text that is shown.") String sha256) {}
