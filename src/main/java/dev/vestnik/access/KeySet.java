package dev.vestnik.access;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// The public keys of an external issuer (RFC 7517), fetched when needed and kept.
///
/// One request at a time fetches, for three seconds at the most; meanwhile the others have the keys
/// that are known, or are told to come again. Old keys serve while their place cannot be reached.
final class KeySet {

    private static final Logger LOG = Logger.getLogger(KeySet.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_FIRST_TRIES = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final URI place;
    private final InstantSource time;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable List<JsonWebKey> known;
    private volatile Instant fetchedAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;

    KeySet(URI place, InstantSource time) {
        this.place = place;
        this.time = time;
    }

    /// The keys as they are known now.
    ///
    /// @throws Problem 503 where none are, and their place cannot be reached
    List<JsonWebKey> keys() {
        if (known == null || !fetchedAt.plus(FRESH).isAfter(time.instant())) {
            fetch();
        }
        List<JsonWebKey> keys = known;
        if (keys == null) {
            throw Problem.of(
                            ProblemType.LOGIN_UNAVAILABLE,
                            "The keys of the login service cannot be had; try again in a moment.")
                    .with("Retry-After", String.valueOf(BETWEEN_FIRST_TRIES.toSeconds()));
        }
        return keys;
    }

    /// The keys after a look for new ones, as there is none for a token; unless that was done not
    /// long ago.
    List<JsonWebKey> newKeys() {
        fetch();
        return keys();
    }

    private void fetch() {
        try {
            if (known == null
                    ? !fetching.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    : !fetching.tryLock()) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            Instant now = time.instant();
            Duration pause = known == null ? BETWEEN_FIRST_TRIES : BETWEEN_FETCHES;
            if (triedAt.equals(Instant.MIN) || !triedAt.plus(pause).isAfter(now)) {
                triedAt = now;
                known = read();
                fetchedAt = now;
            }
        } catch (IOException e) {
            LOG.warnf("The key set %s could not be read: %s", place, e.getMessage());
        } finally {
            fetching.unlock();
        }
    }

    private List<JsonWebKey> read() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(place)
                        .timeout(PATIENCE)
                        .header("Accept", "application/jwk-set+json, application/json")
                        .build();
        CompletableFuture<HttpResponse<String>> asked =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return new JsonWebKeySet(answer.body()).getJsonWebKeys();
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new IOException("no answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (JoseException e) {
            throw new IOException("no key set", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
