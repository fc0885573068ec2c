package dev.vestnik.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/// Slows down guessing: so many failed logins a minute for one address, and for one name.
@Singleton
class LoginLimit {

    private static final int MOST_REMEMBERED = 100_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();
    private final AccessSettings settings;

    LoginLimit(AccessSettings settings) {
        this.settings = settings;
    }

    /// Takes one try from the address and from the name.
    ///
    /// @throws Problem 429 where either has none left
    void take(String address, String username) {
        takeOne("address " + address, settings.loginsPerMinute() * 3L);
        takeOne("name " + username.strip().toLowerCase(Locale.ROOT), settings.loginsPerMinute());
    }

    /// A login that succeeded gives the name all its tries back; the address only the one it took,
    /// or who has one password could go on guessing others.
    void succeeded(String address, String username) {
        buckets.invalidate("name " + username.strip().toLowerCase(Locale.ROOT));
        Bucket bucket = buckets.getIfPresent("address " + address);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /// Forgets all tries, as a restart would.
    void forget() {
        buckets.invalidateAll();
    }

    private void takeOne(String who, long perMinute) {
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
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many failed logins.")
                    .with("Retry-After", String.valueOf(seconds));
        }
    }
}
