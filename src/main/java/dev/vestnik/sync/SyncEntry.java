package dev.vestnik.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vestnik.news.NewsView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of an item.
@Schema(
        name = "SyncEntry",
        oneOf = {NewsView.class, SyncEntry.Tombstone.class})
sealed interface SyncEntry {

    /// It is there, as a list of news shows it.
    record Present(@JsonValue NewsView item) implements SyncEntry {}

    /// It is no longer public, or no longer what the filters let through. The client may never have
    /// had it.
    @Schema(name = "Tombstone")
    record Tombstone(UUID id, @Schema(description = "Always true.") boolean deleted)
            implements SyncEntry {

        static Tombstone of(UUID id) {
            return new Tombstone(id, true);
        }
    }
}
