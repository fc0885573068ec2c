package dev.vestnik.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// How far a verification is.
final class VerificationProgress {

    private final InstantSource time;
    private VerificationState state = VerificationState.IDLE;
    private long processed;
    private long total;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Flaw flaw;

    VerificationProgress(InstantSource time) {
        this.time = time;
    }

    /// @return whether it may begin, since none is running
    synchronized boolean begins() {
        if (state == VerificationState.RUNNING) {
            return false;
        }
        state = VerificationState.RUNNING;
        processed = 0;
        total = 0;
        flaw = null;
        startedAt = time.instant();
        finishedAt = null;
        return true;
    }

    synchronized void expects(long events) {
        total = events;
    }

    synchronized void advances(long events) {
        processed += events;
    }

    synchronized void ends(VerificationState as, @Nullable Flaw found) {
        state = as;
        flaw = found;
        finishedAt = time.instant();
    }

    synchronized VerificationView view() {
        boolean running = state == VerificationState.RUNNING;
        Instant until = finishedAt == null ? time.instant() : finishedAt;
        long milliseconds = startedAt == null ? 0 : Duration.between(startedAt, until).toMillis();
        long rate = processed * 1000 / Math.max(1, milliseconds);
        long left = Math.max(0, total - processed);
        return new VerificationView(
                state,
                processed,
                total,
                rate,
                running && rate > 0 ? Long.valueOf(left / rate) : null,
                flaw,
                startedAt,
                finishedAt);
    }
}
