package dev.vestnik.tag;

import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// Takes in tags that exist elsewhere already, with their ids.
@Singleton
public class TagArchive {

    /// Items of the demonstration's merged tag.
    private static final int MERGED = 612;

    private final TagEditing editing;
    private final ChangeLog changes;
    private final InstantSource time;

    TagArchive(TagEditing editing, ChangeLog changes, InstantSource time) {
        this.editing = editing;
        this.changes = changes;
        this.time = time;
    }

    /// Whether there is no tag at all.
    public boolean isEmpty() {
        return Tag.count() == 0;
    }

    /// Stores what became of a tag that many items carried, for the examples of the OpenAPI
    /// document, in the present transaction.
    public void storeDemonstration() {
        UUID id = UUID.fromString(TagExamples.MERGED_ID);
        if (Retagging.findByIdOptional(id).isEmpty()) {
            Instant now = time.instant();
            Retagging retagging =
                    Retagging.begun(id, UUID.fromString(TagExamples.INTO_ID), null, MERGED, now);
            retagging.finish(MERGED, now.plusSeconds(1));
            retagging.persist();
        }
    }

    /// Stores a tag in the present transaction.
    public void store(UUID id, TagInput input) {
        editing.create(id, input);
        changes.append(ChangeKind.TAG, id, null, "created");
    }
}
