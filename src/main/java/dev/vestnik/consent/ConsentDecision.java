package dev.vestnik.consent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// What was decided about one purpose in one event, so that records can be found by it.
@Entity
@Immutable
@IdClass(ConsentDecision.Key.class)
@Table(name = "consent_decision")
class ConsentDecision extends PanacheEntityBase {

    @Id UUID recordId;

    /// Of the event.
    @Id int position;

    @Id String purpose;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    Decision decision;

    /// When the record was begun, by which lists are sorted.
    @Column(nullable = false)
    Instant givenAt;

    /// The key of a row.
    record Key(UUID recordId, int position, String purpose) implements Serializable {}

    static void write(UUID recordId, Projection projection) {
        persist(rows(recordId, projection));
    }

    /// One for each decision.
    static List<ConsentDecision> rows(UUID recordId, Projection projection) {
        return projection.decisions().entrySet().stream()
                .map(decided -> {
                    ConsentDecision row = new ConsentDecision();
                    row.recordId = recordId;
                    row.position = projection.decided();
                    row.purpose = decided.getKey();
                    row.decision = decided.getValue();
                    row.givenAt = projection.givenAt();
                    return row;
                })
                .toList();
    }
}
