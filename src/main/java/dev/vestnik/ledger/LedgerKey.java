package dev.vestnik.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/// The public half of a key that signs, or did.
@Entity
@Immutable
class LedgerKey extends PanacheEntityBase {

    /// From 1.
    @Id int generation;

    /// The thumbprint (RFC 7638) of its JWK.
    @Column(nullable = false)
    String keyId;

    /// As in its JWK (RFC 8037).
    @Column(nullable = false)
    String x;

    static List<LedgerKey> newestFirst() {
        return list("order by generation desc");
    }

    static Optional<LedgerKey> newest() {
        return find("order by generation desc").firstResultOptional();
    }
}
