package dev.vestnik.access;

import dev.vestnik.edge.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a program calls with. The key itself is known to its holder alone.
@Entity
public class ApiKey extends PanacheEntityBase {

    @Id public UUID id;

    @Version public long version;

    @Column(nullable = false)
    public String name;

    /// SHA-256, in hexadecimal: the key is random, so that a slow hash would add nothing.
    @Column(nullable = false)
    public String keyHash;

    @Column(nullable = false)
    @Convert(converter = RolesColumn.class)
    public Set<Role> roles = EnumSet.noneOf(Role.class);

    public @Nullable Instant expiresAt;
    public @Nullable Instant revokedAt;

    /// To the minute; written past the version, which is about what administrators change.
    public @Nullable Instant lastUsedAt;

    @Column(nullable = false)
    public Instant createdAt;

    static ApiKey named(
            String name,
            String keyHash,
            Set<Role> roles,
            @Nullable Instant expiresAt,
            Instant now) {
        ApiKey key = new ApiKey();
        key.id = Ids.next();
        key.name = name;
        key.keyHash = keyHash;
        key.roles = EnumSet.copyOf(roles);
        key.expiresAt = expiresAt;
        key.createdAt = now;
        return key;
    }

    static Optional<ApiKey> byHash(String keyHash) {
        return find("keyHash", keyHash).firstResultOptional();
    }

    static void used(UUID id, Instant now, Instant longAgo) {
        update(
                "lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?3)",
                now,
                id,
                longAgo);
    }

    boolean isGood(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }
}
