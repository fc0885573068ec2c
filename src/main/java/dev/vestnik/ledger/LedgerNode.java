package dev.vestnik.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/// The root of a complete subtree with two leaves or more.
@Entity
@Immutable
class LedgerNode extends PanacheEntityBase {

    /// See [MerkleTree.Subtree#place].
    @Id long place;

    @Column(nullable = false)
    String hash;
}
