package dev.vestnik.consent;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is about to be shown.
@Schema(name = "ConsentImpressionInput")
record ImpressionInput(
        @Schema(examples = "cookies") @NotBlank String key,
        @Schema(description = "The default locale unless given.", examples = "ru", nullable = true)
                @Nullable String locale) {}
