package dev.vestnik.access;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// Who makes the present request.
@Singleton
public class Caller {

    static final String USER_ID = "vestnik.user-id";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// The id of the user, API key or external user; empty for an anonymous caller.
    public Optional<UUID> userId() {
        return Optional.ofNullable(identity.getAttribute(USER_ID));
    }

    /// Whether the caller edits all news: an editor, or an administrator, who may do everything.
    public boolean isEditor() {
        return identity.hasRole(Roles.EDITOR) || identity.hasRole(Roles.ADMIN);
    }

    /// Whether the caller may do everything.
    public boolean isAdministrator() {
        return identity.hasRole(Roles.ADMIN);
    }

    /// Whether the caller answers for consent: a privacy officer, or an administrator.
    public boolean isPrivacyOfficer() {
        return identity.hasRole(Roles.PRIVACY) || identity.hasRole(Roles.ADMIN);
    }

    /// The user's name; empty for an anonymous caller.
    public Optional<String> username() {
        return identity.isAnonymous() ? Optional.empty() : Optional.of(name());
    }

    /// Whether the caller writes news at all.
    public boolean isNewsroom() {
        return isEditor() || identity.hasRole(Roles.AUTHOR);
    }

    /// Lets only the newsroom pass.
    ///
    /// @throws UnauthorizedException where nobody is logged in
    /// @throws Problem 403 where the role is missing
    public void requireNewsroom() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!isNewsroom()) {
            throw Problem.of(
                    ProblemType.FORBIDDEN, "Only authors and editors see what is not published.");
        }
    }

    String name() {
        return identity.getPrincipal().getName();
    }

    java.util.Set<String> roles() {
        return identity.getRoles();
    }
}
