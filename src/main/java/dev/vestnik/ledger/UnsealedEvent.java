package dev.vestnik.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Says that no checkpoint covers an event yet.
@Entity
@Immutable
@Table(name = "ledger_unsealed")
@IdClass(UnsealedEvent.Key.class)
class UnsealedEvent extends PanacheEntityBase {

    @Id UUID chain;

    @Id int position;

    /// The key of a row.
    public record Key(UUID chain, int position) implements Serializable {}
}
