package dev.vestnik.consent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;

/// How much the public may write: so much a minute from one address, and taking back has a measure
/// of its own, so that nobody who asked too much is kept from it. Addresses are in memory alone,
/// and ten minutes at most.
@Singleton
class WriteLimit {

    private static final int MOST_REMEMBERED = 100_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();
    private final ConsentSettings settings;

    WriteLimit(ConsentSettings settings) {
        this.settings = settings;
    }

    /// @throws Problem 429 where the address has none left
    void take(String address, boolean withdraws) {
        long perMinute = withdraws ? settings.withdrawalsPerMinute() : settings.writesPerMinute();
        Bucket bucket =
                buckets.get(
                        (withdraws ? "back " : "write ") + address,
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
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many requests; wait a little.")
                    .with("Retry-After", String.valueOf(seconds));
        }
    }
}
