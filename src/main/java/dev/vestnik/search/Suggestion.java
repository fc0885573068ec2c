package dev.vestnik.search;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one may be about to type.
@Schema(name = "Suggestion")
record Suggestion(
        SuggestionKind kind,
        UUID id,
        @Schema(examples = "saygak") String slug,
        @Schema(description = "Of the item, or of the tag's name.") String locale,
        @Schema(description = "A title, or a tag's name.", examples = "Сайгак") String text) {}
