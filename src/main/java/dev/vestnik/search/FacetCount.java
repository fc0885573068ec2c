package dev.vestnik.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How many hits have a value.
@Schema(name = "FacetCount")
record FacetCount(
        @Schema(description = "A tag's slug, a year, a locale.", examples = "saygak") String value,
        @Schema(description = "A tag's name.") @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable String name,
        long count) {}
