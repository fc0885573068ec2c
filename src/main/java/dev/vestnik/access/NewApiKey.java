package dev.vestnik.access;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A new API key, with the key, this once.
@Schema(name = "NewApiKey")
record NewApiKey(
        UUID id,
        long version,
        @Schema(examples = "Mobile app") String name,
        List<Role> roles,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Schema(description = "Keep it now: it is never shown again.", examples = "vk_…")
                String key)
        implements Versioned {

    static NewApiKey of(ApiKey made, String key) {
        return new NewApiKey(
                made.id,
                made.version,
                made.name,
                made.roles.stream().sorted().toList(),
                made.createdAt,
                made.expiresAt,
                key);
    }

    @Override
    public String toString() {
        return "NewApiKey[" + id + "]";
    }
}
