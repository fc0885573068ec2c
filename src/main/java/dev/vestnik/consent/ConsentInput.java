package dev.vestnik.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// An answer as it is sent. The public sends the token of what was shown; the privacy officer, for
/// somebody else, the notice and a reason.
@Schema(name = "ConsentInput")
record ConsentInput(
        @Schema(description = "Of POST /consent/impressions.", nullable = true)
                @Nullable
                @CodePointLength(max = 2000)
                String shownToken,
        @NotNull ConsentMethod method,
        @Schema(
                        description =
                                "GRANTED or DENIED for every purpose of the version that isn't necessary; none"
                                        + " for a version that asks nothing.",
                        examples = "{\"analytics\": \"GRANTED\"}",
                        nullable = true)
                @Nullable
                @Size(max = 100)
                Map<String, @NotNull Decision> decisions,
        @Schema(
                        description =
                                "The privacy officer's alone: the key of the notice on the paper.",
                        examples = "cookies",
                        nullable = true)
                @Nullable String notice,
        @Schema(description = "The privacy officer's alone.", examples = "ru", nullable = true)
                @Nullable String locale,
        @Schema(
                        description =
                                "The privacy officer's alone: why it is written down for the person.",
                        examples = "Подписанное заявление от 1 марта",
                        nullable = true)
                @Nullable
                @CodePointLength(min = 1, max = 2000)
                String reason) {

    Map<String, Decision> given() {
        return decisions == null ? Map.of() : decisions;
    }
}
