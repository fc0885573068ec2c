package dev.vestnik.consent;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/// Why a consent is none.
@Schema(name = "ConsentInvalidation")
record Invalidation(
        @Schema(
                        description = "Kept as evidence, encrypted, and destroyed with it.",
                        examples = "Текст на экране был не тот")
                @NotBlank
                @CodePointLength(max = 2000)
                String reason) {}
