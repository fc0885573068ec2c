package dev.vestnik.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hashes passwords with Argon2id (RFC 9106; OWASP's parameters), two at once at the most, since
/// each takes a core.
@Singleton
class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, 2, 1, 32, Argon2.ID);

    private final Semaphore atOnce = new Semaphore(2, true);

    /// Made meanwhile: a start takes seconds, and this a good part of one.
    private final CompletableFuture<String> nobodys =
            CompletableFuture.supplyAsync(() -> hash("nobody has this password"));

    String hash(String password) {
        return limited(() -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
    }

    /// Whether the password is the user's; takes as long for a user who does not exist.
    boolean matches(String password, @Nullable User user) {
        String hash = user == null ? nobodys.join() : user.passwordHash;
        return limited(() -> Password.check(password, hash).with(ARGON2)) && user != null;
    }

    private <T> T limited(java.util.function.Supplier<T> hashing) {
        try {
            if (!atOnce.tryAcquire(2, TimeUnit.SECONDS)) {
                throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many logins at once.")
                        .with("Retry-After", "2");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.BUSY, "The server is stopping.");
        }
        try {
            return hashing.get();
        } finally {
            atOnce.release();
        }
    }
}
