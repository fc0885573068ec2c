package dev.vestnik.tag;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far the items of a tag are that is merged or deleted.
@Schema(name = "Retagging")
record RetaggingView(
        UUID tag,
        @Schema(description = "The tag that takes over; null where it is deleted.")
                @Nullable UUID into,
        RetaggingState state,
        @Schema(description = "Items that have followed.") long processed,
        @Schema(description = "Items that carried it when it began.") long total,
        long ratePerSecond,
        @Schema(description = "Only while it runs.") @Nullable Long etaSeconds,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    static RetaggingView of(Retagging retagging, Instant now) {
        boolean running = retagging.finishedAt == null;
        Instant until = retagging.finishedAt == null ? now : retagging.finishedAt;
        long milliseconds = Duration.between(retagging.startedAt, until).toMillis();
        long rate = retagging.processed * 1000 / Math.max(1, milliseconds);
        long left = Math.max(0, retagging.total - retagging.processed);
        return new RetaggingView(
                retagging.tagId,
                retagging.intoId,
                running ? RetaggingState.RUNNING : RetaggingState.DONE,
                retagging.processed,
                retagging.total,
                rate,
                running && rate > 0 ? Long.valueOf(left / rate) : null,
                retagging.startedAt,
                retagging.finishedAt);
    }
}
