package dev.vestnik.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One line of the change log. It tells what was written and when, and nothing of the content.
@Entity
@Immutable
public class Change extends PanacheEntityBase {

    /// Gapless, in the order of the commits, from 1.
    @Id public long seq;

    @Column(nullable = false)
    public Instant at;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    public ChangeKind kind;

    /// Of the resource that was written.
    @Column(nullable = false)
    public UUID id;

    /// Of a news item; null where the resource has none.
    public @Nullable String locale;

    /// What was done to it, such as `published`.
    @Column(nullable = false)
    public String what;
}
