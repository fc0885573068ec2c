package dev.vestnik.consent;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What retention erased, or would erase.
@Schema(name = "ConsentRetention")
record Retention(
        @Schema(description = "Whether it only counted.") boolean dryRun,
        @Schema(description = "What ended before this moment is no longer kept.") Instant before,
        @Schema(
                        description = "How many, by state: EXPIRED, WITHDRAWN, INVALIDATED.",
                        examples = "{\"EXPIRED\": 120, \"WITHDRAWN\": 7}")
                Map<ConsentState, Long> records,
        long total,
        @Schema(
                        description =
                                "Whether there are still some when the time for one call is over: call again.")
                boolean more) {

    static Retention of(
            boolean dryRun, Instant before, Map<ConsentState, Long> records, boolean more) {
        return new Retention(
                dryRun,
                before,
                records,
                records.values().stream().mapToLong(Long::longValue).sum(),
                more);
    }
}
