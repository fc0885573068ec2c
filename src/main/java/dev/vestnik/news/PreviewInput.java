package dev.vestnik.news;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How long a preview link is good.
@Schema(name = "PreviewInput")
record PreviewInput(
        @Schema(
                        description = "A week from now where it is not given; at most a year.",
                        nullable = true)
                @Nullable Instant expiresAt) {}
