package dev.vestnik.news;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A save of an item.
@Schema(name = "Revision")
record RevisionView(
        @Schema(examples = "1") int number,
        Instant at,
        @Schema(description = "Who saved it.", examples = "admin") @Nullable String editor,
        @Schema(description = "As it was sent.") NewsInput content) {

    static RevisionView of(NewsRevision revision) {
        return new RevisionView(revision.number, revision.at, revision.editor, revision.content);
    }
}
