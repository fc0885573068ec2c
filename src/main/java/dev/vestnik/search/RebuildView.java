package dev.vestnik.search;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far a rebuild of the search index is.
@Schema(name = "SearchRebuild")
record RebuildView(
        RebuildState state,
        @Schema(description = "Items that are in the new index.") long processed,
        @Schema(description = "Items that there were when it began.") long total,
        long ratePerSecond,
        @Schema(description = "Only while it runs.") @Nullable Long etaSeconds) {}
