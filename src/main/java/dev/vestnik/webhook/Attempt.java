package dev.vestnik.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of sending something once.
///
/// @param status of the answer; null where there was none
/// @param error why there was none, or why it does not count; null where it does
/// @param answer the beginning of the answer's body; null where it had none
/// @param retryAfter how long the receiver asked to be left alone; null where it did not
record Attempt(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    static Attempt failed(String error) {
        return new Attempt(null, error, null, null);
    }

    boolean isDone() {
        return error == null && status != null && status / 100 == 2;
    }

    boolean isGone() {
        return status != null && status == GONE;
    }
}
