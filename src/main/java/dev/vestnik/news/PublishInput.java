package dev.vestnik.news;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When to publish.
@Schema(name = "PublishInput")
record PublishInput(
        @Schema(
                        description =
                                "A time to come schedules; a past one backdates, as an archive needs. Now where it is not given.",
                        nullable = true)
                @Nullable Instant at) {}
