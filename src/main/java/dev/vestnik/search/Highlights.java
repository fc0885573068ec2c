package dev.vestnik.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where the sought words stand: as HTML in which nothing but `<mark>` is an element.
@Schema(name = "SearchHighlights")
record Highlights(
        @Schema(description = "The whole title; null where nothing in it was sought.")
                @Nullable String title,
        @Schema(description = "The whole lead; null where nothing in it was sought.")
                @Nullable String summary,
        @Schema(description = "Up to three sentences of the body.") List<String> body) {}
