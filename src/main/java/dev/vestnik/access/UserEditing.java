package dev.vestnik.access;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// What may become of users: whatever changes what they may do ends their tokens, and one
/// administrator always stays.
@Singleton
class UserEditing {

    private final Passwords passwords;
    private final InstantSource time;

    UserEditing(Passwords passwords, InstantSource time) {
        this.passwords = passwords;
        this.time = time;
    }

    User create(UUID id, NewUser input) {
        if (User.byUsername(input.username()).isPresent()) {
            throw Problem.of(
                    ProblemType.NAME_TAKEN,
                    "There is a user of this name, perhaps in another case.");
        }
        User user =
                User.named(
                        input.username(),
                        passwords.hash(input.password()),
                        input.roles(),
                        time.instant());
        user.id = id;
        user.persistAndFlush();
        return user;
    }

    void apply(UserInput input, User user) {
        Set<Role> roles = EnumSet.copyOf(input.roles());
        boolean disabled = Boolean.TRUE.equals(input.disabled());
        if (disabled || !roles.contains(Role.ADMIN)) {
            requireAnotherAdmin(user);
        }
        boolean same = roles.equals(user.roles) && disabled == user.disabled;
        if (input.password() != null) {
            user.passwordHash = passwords.hash(input.password());
        } else if (same) {
            return;
        }
        user.roles = roles;
        user.disabled = disabled;
        changed(user);
    }

    void setPassword(User user, String password) {
        user.passwordHash = passwords.hash(password);
        changed(user);
    }

    void delete(User user) {
        requireAnotherAdmin(user);
        user.delete();
    }

    private void changed(User user) {
        user.endTokens();
        user.updatedAt = time.instant();
        User.flush();
    }

    private static void requireAnotherAdmin(User user) {
        if (user.isEnabledAdmin() && User.isLastAdmin(user.id)) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "This is the last administrator who can log in; make another one first.");
        }
    }
}
