package dev.vestnik.access;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A user as it goes over the wire.
@Schema(name = "User")
record UserView(
        UUID id,
        long version,
        @Schema(examples = "editor-one") String username,
        List<Role> roles,
        boolean disabled,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static UserView of(User user) {
        return new UserView(
                user.id,
                user.version,
                user.username,
                user.roles.stream().sorted().toList(),
                user.disabled,
                user.createdAt,
                user.updatedAt);
    }
}
