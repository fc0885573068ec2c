package dev.vestnik.ledger;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a verification of the ledger is, and what it found.
@Schema(name = "LedgerVerification")
record VerificationView(
        @Schema(
                        description =
                                "DONE says that it came to its end, at a flaw or without one; FAILED that it"
                                        + " could not go on.")
                VerificationState state,
        @Schema(description = "Events that were looked at.") long processed,
        @Schema(description = "Events that there were when it began.") long total,
        long ratePerSecond,
        @Schema(description = "Only while it runs.") @Nullable Long etaSeconds,
        @Schema(description = "The first place that is wrong; null where none is.")
                @Nullable Flaw flaw,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
