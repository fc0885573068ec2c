package dev.vestnik.tag;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The way out of a tag that many items carried when it was merged into another or deleted. It
/// stays as it is until the last of them has followed.
@Entity
public class Retagging extends PanacheEntityBase {

    @Id public UUID tagId;

    /// Null where it is deleted.
    public @Nullable UUID intoId;

    /// Null where nobody is known.
    public @Nullable String startedBy;

    @Column(nullable = false)
    public Instant startedAt;

    /// Items that carried it then.
    @Column(nullable = false)
    public long total;

    /// Items that have followed.
    @Column(nullable = false)
    public long processed;

    /// Up to this item all have; null where it is not known.
    public @Nullable UUID reached;

    /// Null while it runs.
    public @Nullable Instant finishedAt;

    static Retagging begun(
            UUID tag, @Nullable UUID into, @Nullable String by, long items, Instant now) {
        Retagging retagging = new Retagging();
        retagging.tagId = tag;
        retagging.intoId = into;
        retagging.startedBy = by;
        retagging.startedAt = now;
        retagging.total = items;
        return retagging;
    }

    /// Those that run, and in which one of some tags goes or takes over.
    static List<Retagging> running(Collection<UUID> tags) {
        return list("finishedAt is null and (tagId in ?1 or intoId in ?1)", tags);
    }

    /// Some more items have followed.
    ///
    /// @param last of them; up to it all have
    void advance(int items, UUID last) {
        processed += items;
        reached = last;
    }

    /// All items have followed.
    void finish(int items, Instant now) {
        processed += items;
        reached = null;
        finishedAt = now;
    }
}
