package dev.vestnik.access;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Creates `admin` at the first start.
@Singleton
class FirstAdmin {

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final String NAME = "admin";

    private final Reads reads;
    private final Passwords passwords;
    private final InstantSource time;
    private final Optional<String> given;

    FirstAdmin(
            Reads reads,
            Passwords passwords,
            InstantSource time,
            @ConfigProperty(name = "vestnik.admin-password") Optional<String> given) {
        this.reads = reads;
        this.passwords = passwords;
        this.time = time;
        this.given = given.filter(password -> !password.isBlank());
    }

    void create(@Observes @Priority(1000) StartupEvent start) {
        if (!reads.list(Sql.of("select id from app_user fetch first 1 rows only"), Row::id)
                .isEmpty()) {
            return;
        }
        boolean development = LaunchMode.current() == LaunchMode.DEVELOPMENT;
        String password = given.orElseGet(() -> development ? NAME : random());
        String hash = passwords.hash(password);
        QuarkusTransaction.requiringNew()
                .run(() -> User.named(NAME, hash, Set.of(Role.ADMIN), time.instant()).persist());
        if (given.isEmpty() && !development) {
            LOG.warnf(
                    "The first start made the user admin with the password %s (shown this once)",
                    password);
        }
    }

    private static String random() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
