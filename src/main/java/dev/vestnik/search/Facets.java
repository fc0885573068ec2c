package dev.vestnik.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Counts of all the hits, under the filters that were asked; those that were asked for.
@Schema(name = "SearchFacets")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Facets(
        @Nullable List<FacetCount> tag,
        @Nullable List<FacetCount> year,
        @Nullable List<FacetCount> locale) {}
