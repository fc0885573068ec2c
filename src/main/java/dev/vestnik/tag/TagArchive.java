package dev.vestnik.tag;

import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Takes in tags that exist elsewhere already, with their ids.
@Singleton
public class TagArchive {

    private final TagEditing editing;
    private final ChangeLog changes;

    TagArchive(TagEditing editing, ChangeLog changes) {
        this.editing = editing;
        this.changes = changes;
    }

    /// Whether there is no tag at all.
    public boolean isEmpty() {
        return Tag.count() == 0;
    }

    /// Stores a tag in the present transaction.
    public void store(UUID id, TagInput input) {
        editing.create(id, input);
        changes.append(ChangeKind.TAG, id, null, "created");
    }
}
