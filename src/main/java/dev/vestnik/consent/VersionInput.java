package dev.vestnik.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/// A version of a notice as the privacy officer sends it.
@Schema(name = "ConsentNoticeVersionInput")
record VersionInput(
        @NotNull VersionMode mode,
        @NotNull VersionChange change,
        @Schema(
                        description =
                                "How long an answer stands: an ISO 8601 period, at most P13M; P6M unless given.",
                        examples = "P6M",
                        nullable = true)
                @Nullable
                @CodePointLength(max = 20)
                String validity,
        @NotNull @Valid Controller controller,
        @Schema(description = "Codes.", examples = "[\"necessary\", \"analytics\"]")
                @NotNull
                @Size(max = 100)
                List<@NotBlank String> purposes,
        @Schema(description = "By locale.") @NotEmpty
                Map<@NotBlank String, @NotNull @Valid NoticeText> texts) {}
