package dev.vestnik.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// The key of one chain's evidence, itself encrypted.
@Entity
@Immutable
class EvidenceKey extends PanacheEntityBase {

    @Id UUID chain;

    /// Base64.
    @Column(nullable = false)
    String wrapped;

    static Optional<EvidenceKey> of(UUID chain) {
        return find("chain", chain).firstResultOptional();
    }
}
