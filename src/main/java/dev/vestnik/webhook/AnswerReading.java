package dev.vestnik.webhook;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Reads a receiver's answer: its status, and of its body the beginning; however long that is, it
/// takes little memory.
final class AnswerReading {

    private static final int KEPT = 1024;
    private static final int LONGEST = 64 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClientResponse response;
    private final InstantSource time;
    private final CompletableFuture<Attempt> outcome;
    private final Buffer kept = Buffer.buffer();
    private long read;

    AnswerReading(
            HttpClientResponse response, InstantSource time, CompletableFuture<Attempt> outcome) {
        this.response = response;
        this.time = time;
        this.outcome = outcome;
    }

    void begin() {
        response.exceptionHandler(e -> outcome.complete(attempt(Sending.reason(e))));
        response.endHandler(end -> outcome.complete(attempt(null)));
        response.handler(part -> {
            read += part.length();
            int room = KEPT - kept.length();
            kept.appendBuffer(part, 0, Math.min(room, part.length()));
            if (read > LONGEST) {
                outcome.complete(attempt(null));
            }
        });
    }

    private Attempt attempt(@Nullable String error) {
        int status = response.statusCode();
        Duration retryAfter =
                status == TOO_MANY_REQUESTS || status == UNAVAILABLE
                        ? Retries.retryAfter(response.getHeader("Retry-After"), time.instant())
                        : null;
        String text = kept.toString(StandardCharsets.UTF_8).replace("\u0000", "");
        return new Attempt(status, error, text.isEmpty() ? null : text, retryAfter);
    }
}
