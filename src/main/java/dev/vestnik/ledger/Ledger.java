package dev.vestnik.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Ids;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Takes events.
@Singleton
public class Ledger {

    private final EntityManager database;

    Ledger(EntityManager database) {
        this.database = database;
    }

    /// Appends to a chain in the present transaction, and sends what was written so far to the
    /// database.
    ///
    /// The caller holds the lock on what the chain is of. Without one two writers may meet: one
    /// then gets Hibernate's `ConstraintViolationException`, and its transaction is lost.
    ///
    /// @param type at most 32 characters
    /// @param at cut to the microsecond
    /// @param content nothing personal: it can never be taken away again
    public LedgerEvent append(UUID chain, String type, Instant at, ObjectNode content) {
        Optional<LedgerEvent> last = LedgerEvent.last(chain);
        LedgerEvent event = new LedgerEvent();
        event.id = Ids.next();
        event.chain = chain;
        event.position = last.map(before -> before.position).orElse(0) + 1;
        event.type = type;
        event.at = at.truncatedTo(ChronoUnit.MICROS);
        event.content = CanonicalJson.text(content);
        event.previous = last.map(before -> before.hash).orElse(LedgerEvent.NOTHING);
        event.hash = CanonicalJson.sha256Hex(event.hashed());
        event.persist();
        database.flush();
        database.createNativeQuery(
                        "insert into ledger_unsealed (chain, position) values (:chain, :position)")
                .setParameter("chain", chain)
                .setParameter("position", event.position)
                .executeUpdate();
        return event;
    }
}
