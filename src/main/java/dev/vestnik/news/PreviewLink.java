package dev.vestnik.news;

import dev.vestnik.edge.Hashes;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A link by which someone without a login sees a draft, until it expires or is revoked.
@Entity
public class PreviewLink extends PanacheEntityBase {

    @Id public UUID id;

    @Column(nullable = false)
    public UUID itemId;

    /// SHA-256 of the token, which itself is not kept.
    @Column(nullable = false)
    public String tokenHash;

    @Column(nullable = false)
    public Instant createdAt;

    @Column(nullable = false)
    public Instant expiresAt;

    static Optional<PreviewLink> byToken(String token, Instant now) {
        return find("tokenHash = ?1 and expiresAt > ?2", hash(token), now).firstResultOptional();
    }

    static List<PreviewLink> ofItem(UUID itemId, Instant now) {
        return list("itemId = ?1 and expiresAt > ?2 order by createdAt desc, id desc", itemId, now);
    }

    static String hash(String token) {
        return Hashes.sha256Hex(token.getBytes(StandardCharsets.UTF_8));
    }
}
