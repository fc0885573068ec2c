package dev.vestnik.access;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An API key as it goes over the wire, without the key.
@Schema(name = "ApiKey")
record ApiKeyView(
        UUID id,
        long version,
        @Schema(examples = "Mobile app") String name,
        List<Role> roles,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Schema(description = "Since when it is no longer good.") @Nullable Instant revokedAt,
        @Schema(description = "To the minute.") @Nullable Instant lastUsedAt)
        implements Versioned {

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id,
                key.version,
                key.name,
                key.roles.stream().sorted().toList(),
                key.createdAt,
                key.expiresAt,
                key.revokedAt,
                key.lastUsedAt);
    }
}
