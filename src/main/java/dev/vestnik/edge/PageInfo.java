package dev.vestnik.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Where a page of a list lies. `next` and `prev` are values for the parameter `cursor`; null at
/// the ends.
@Schema(
        name = "Page",
        description = "Where this page lies; next and prev are values for the parameter cursor.")
public record PageInfo(
        @Schema(examples = "20") int limit,
        @Schema(nullable = true) @Nullable String next,
        @Schema(nullable = true) @Nullable String prev,
        @Schema(description = "How many there are in all; only with total=true.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Long total) {}
