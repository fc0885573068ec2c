package dev.vestnik.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.util.Base64;
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
    private static final Argon2Function ARGON2 =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, LENGTH, Argon2.ID);

    /// In the place of the hash of a user who does not exist: what it is made of does not matter,
    /// for a match with it counts for nothing.
    private static final String NOBODYS =
            "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
                    .formatted(MEMORY_KIB, PASSES, zeros(SALT), zeros(LENGTH));

    private final Semaphore atOnce = new Semaphore(2, true);

    String hash(String password) {
        return limited(() -> Password.hash(password).addRandomSalt(SALT).with(ARGON2).getResult());
    }

    /// Whether the password is the user's; takes as long for a user who does not exist.
    boolean matches(String password, @Nullable User user) {
        String hash = user == null ? NOBODYS : user.passwordHash;
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

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }
}
