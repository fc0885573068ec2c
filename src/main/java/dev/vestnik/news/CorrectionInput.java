package dev.vestnik.news;

import jakarta.validation.constraints.NotBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/// What was put right.
@Schema(name = "CorrectionInput")
record CorrectionInput(
        @Schema(maxLength = 1000, examples = "Уточнена дата встречи.")
                @NotBlank
                @CodePointLength(max = 1000)
                String text) {}
