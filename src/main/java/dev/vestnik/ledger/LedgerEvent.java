package dev.vestnik.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// One event of one chain; never changed once written.
@Entity
@Immutable
public class LedgerEvent extends PanacheEntityBase {

    /// What stands in `previous` of a chain's first event.
    public static final String NOTHING = "0".repeat(64);

    @Id public UUID id;

    /// What the event is about, such as a consent record's id.
    @Column(nullable = false)
    public UUID chain;

    /// From 1, without gaps within the chain.
    public int position;

    /// What happened, such as `GIVEN`.
    @Column(nullable = false)
    public String type;

    /// To the microsecond.
    @Column(nullable = false)
    public Instant at;

    /// A JSON object in canonical form (RFC 8785), as it is hashed.
    @Column(nullable = false)
    public String content;

    /// The hash of the event before it in the chain, [#NOTHING] for the first.
    @Column(nullable = false)
    public String previous;

    /// SHA-256 of all of the above, see [#hashed], as 64 hexadecimal digits.
    @Column(nullable = false)
    public String hash;

    /// All events of a chain, the first one first.
    public static List<LedgerEvent> of(UUID chain) {
        return list("chain = ?1 order by position", chain);
    }

    /// The newest event of a chain.
    static Optional<LedgerEvent> last(UUID chain) {
        return find("chain = ?1 order by position desc", chain).firstResultOptional();
    }

    /// The JSON object of whose canonical form `hash` is the SHA-256: id, chain, position, type, at
    /// (RFC 3339), content (as a string) and previous.
    public ObjectNode hashed() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("chain", chain.toString())
                .put("position", position)
                .put("type", type)
                .put("at", at.toString())
                .put("content", content)
                .put("previous", previous);
    }
}
