package dev.vestnik.news;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be done to an item at a time to come; an item has at most one entry of an action. It
/// goes when it was carried out or cancelled.
@Entity
public class ScheduleEntry extends PanacheEntityBase {

    /// The worker comes by every second; what waits for longer is overdue.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Id public UUID id;

    @Column(nullable = false)
    public UUID itemId;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public ScheduleAction action;

    @Column(nullable = false)
    public Instant at;

    /// The name of the user who planned it; null where the program did.
    public @Nullable String createdBy;

    @Column(nullable = false)
    public Instant createdAt;

    static Optional<ScheduleEntry> of(UUID itemId, ScheduleAction action) {
        return find("itemId = ?1 and action = ?2", itemId, action).firstResultOptional();
    }

    /// What of an item's is due, in the order of its times.
    static List<ScheduleEntry> due(UUID itemId, Instant now) {
        return list("itemId = ?1 and at <= ?2 order by at, id", itemId, now);
    }

    /// Entries that were due before this are overdue.
    static Instant overdueBefore(Instant now) {
        return now.minus(PATIENCE);
    }
}
