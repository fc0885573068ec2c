package dev.vestnik.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Evidence, encrypted under its chain's key.
@Entity
@Immutable
class SealedEvidence extends PanacheEntityBase {

    @Id UUID id;

    @Column(nullable = false)
    UUID chain;

    /// Base64.
    @Column(nullable = false)
    String ciphertext;

    static Optional<SealedEvidence> of(UUID chain, UUID id) {
        return find("chain = ?1 and id = ?2", chain, id).firstResultOptional();
    }
}
