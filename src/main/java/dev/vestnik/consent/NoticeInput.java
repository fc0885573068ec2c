package dev.vestnik.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A new notice.
@Schema(name = "ConsentNoticeInput")
record NoticeInput(
        @Schema(examples = "cookies")
                @NotNull
                @Pattern(
                        regexp = "[a-z][a-z0-9_-]{0,63}",
                        message = "must be 1 to 64 of a-z, 0-9, _ and -, a letter first")
                String key,
        @NotNull NoticeKind kind) {}
