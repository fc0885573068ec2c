package dev.vestnik.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// Another answer of the same person.
@Schema(name = "ConsentChange")
record ConsentChange(
        @Schema(
                        description =
                                "Of POST /consent/impressions, fresh; needed to grant anything new, and with it"
                                        + " the answer's time begins anew.",
                        nullable = true)
                @Nullable
                @CodePointLength(max = 2000)
                String shownToken,
        @NotNull ConsentMethod method,
        @Schema(
                        description = "One for every purpose that isn't necessary.",
                        examples = "{\"analytics\": \"DENIED\"}",
                        nullable = true)
                @Nullable
                @Size(max = 100)
                Map<String, @NotNull Decision> decisions) {

    Map<String, Decision> given() {
        return decisions == null ? Map.of() : decisions;
    }
}
