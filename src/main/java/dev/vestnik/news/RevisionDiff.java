package dev.vestnik.news;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What differs between two revisions.
@Schema(name = "RevisionDiff")
record RevisionDiff(
        @Schema(description = "The revision's number.") int to,
        @Schema(description = "The number of the one that it is held against.") int from,
        List<ContentChange> changes) {}
