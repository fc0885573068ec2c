package dev.vestnik.access;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hashes passwords with Argon2id (RFC 9106; OWASP's parameters), two at once at the most, since
/// each takes a core.
@Singleton
class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int LENGTH = 32;

    /// In the place of the hash of a user who does not exist: what it is made of does not matter,
    /// for a match with it counts for nothing.
    private static final Argon2id NOBODYS =
            new Argon2id(MEMORY_KIB, PASSES, 1, new byte[SALT], new byte[LENGTH]);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore atOnce = new Semaphore(2, true);

    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return limited(() -> Argon2id.of(password, MEMORY_KIB, PASSES, salt, LENGTH)).toString();
    }

    /// Whether the password is the user's; takes as long for a user who does not exist.
    boolean matches(String password, @Nullable User user) {
        Argon2id hash = user == null ? NOBODYS : Argon2id.parse(user.passwordHash);
        return limited(() -> hash.isOf(password)) && user != null;
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
