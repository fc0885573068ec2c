package dev.vestnik.news;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When to take back.
@Schema(name = "UnpublishInput")
record UnpublishInput(
        @Schema(description = "A time to come; now where it is not given.", nullable = true)
                @Nullable Instant at) {}
