package dev.vestnik.news;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says of an edition that it stands above the others, and how long.
@Entity
public class Pin extends PanacheEntityBase {

    @Id public UUID edition;

    @Column(nullable = false)
    public Instant pinnedUntil;

    /// Pins an edition anew.
    ///
    /// @param until null where it is not pinned
    static void rewrite(UUID edition, @Nullable Instant until) {
        delete("edition", edition);
        write(edition, until);
    }

    /// Pins an edition that is not pinned.
    ///
    /// @param until null where it is not pinned
    static void write(UUID edition, @Nullable Instant until) {
        if (until != null) {
            Pin pin = new Pin();
            pin.edition = edition;
            pin.pinnedUntil = until;
            pin.persist();
        }
    }
}
