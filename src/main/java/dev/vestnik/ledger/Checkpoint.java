package dev.vestnik.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/// A signed statement of which events there were at a time.
@Entity
@Immutable
@Table(name = "ledger_checkpoint")
class Checkpoint extends PanacheEntityBase {

    /// From 1.
    @Id long number;

    /// How many leaves the tree has.
    long treeSize;

    /// The tree's root.
    @Column(nullable = false)
    String root;

    @Column(nullable = false)
    Instant at;

    /// The hash of the checkpoint before it, [LedgerEvent#NOTHING] for the first.
    @Column(nullable = false)
    String previous;

    @Column(nullable = false)
    String keyId;

    /// Of the RFC 8785 form of [#signed], Ed25519 in base64url.
    @Column(nullable = false)
    String signature;

    static Optional<Checkpoint> of(long number) {
        return find("number", number).firstResultOptional();
    }

    static Optional<Checkpoint> newest() {
        return getSession()
                .createNativeQuery(
                        "select * from ledger_checkpoint order by number desc fetch first 1 rows only",
                        Checkpoint.class)
                .uniqueResultOptional();
    }

    static List<Checkpoint> after(long number, int most) {
        return find("number > ?1 order by number", number).range(0, most - 1).list();
    }

    /// What is signed.
    ObjectNode signed() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("treeSize", treeSize)
                .put("root", root)
                .put("at", at.toString())
                .put("previous", previous)
                .put("keyId", keyId);
    }

    /// SHA-256 of all of it, the signature too, which the next one names.
    String hash() {
        return CanonicalJson.sha256Hex(signed().put("signature", signature));
    }
}
