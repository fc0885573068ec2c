package dev.vestnik.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A leaf of the Merkle tree: the event at a position of a chain.
@Entity
@Immutable
class LedgerLeaf extends PanacheEntityBase {

    /// From 0.
    @Id long leafIndex;

    @Column(nullable = false)
    UUID chain;

    int position;

    /// The leaf's own, which is made of the event's.
    @Column(nullable = false)
    String hash;

    static Optional<LedgerLeaf> of(UUID chain, int position) {
        return find("chain = ?1 and position = ?2", chain, position).firstResultOptional();
    }
}
