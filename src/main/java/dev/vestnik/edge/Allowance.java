package dev.vestnik.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// How often something may be done: so many times a minute by each of those who are told apart. Who
/// they are is in memory alone, until ten minutes after they last came.
public final class Allowance {

    private static final int MOST_REMEMBERED = 100_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterAccess(REMEMBERED)
                    .build();
    private final String refusal;

    /// @param refusal what they are told who have none left
    public Allowance(String refusal) {
        this.refusal = refusal;
    }

    /// Takes one.
    ///
    /// @throws Problem 429 where none is left, which says when there is one again
    public void take(String who, long perMinute) {
        Bucket bucket =
                buckets.get(
                        who,
                        missing ->
                                Bucket.builder()
                                        .addLimit(limit ->
                                                limit.capacity(perMinute)
                                                        .refillGreedy(
                                                                perMinute, Duration.ofMinutes(1)))
                                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, refusal)
                    .with("Retry-After", String.valueOf(seconds));
        }
    }

    /// Gives one back that was taken.
    public void giveBack(String who) {
        Bucket bucket = buckets.getIfPresent(who);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /// Gives all back that somebody took.
    public void forget(String who) {
        buckets.invalidate(who);
    }

    /// Gives all back, as a restart would.
    public void forgetAll() {
        buckets.invalidateAll();
    }
}
