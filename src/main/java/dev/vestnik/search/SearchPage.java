package dev.vestnik.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import dev.vestnik.edge.Tracked;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of what was found.
@Schema(name = "SearchPage")
record SearchPage(
        List<SearchHit> items,
        @Schema(description = "Its total is always there.") PageInfo page,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Facets facets,
        @Schema(
                        description = "A query that finds more; null where what was typed will do.",
                        examples = "сайгак")
                @Nullable String didYouMean,
        @Schema(
                        description =
                                "The query that these items answer, where what was typed finds nothing; else null.",
                        examples = "сайгак")
                @Nullable String interpretedAs)
        implements Paged, Tracked {

    @Override
    public Set<String> surrogateKeys() {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("news");
        items.forEach(item -> keys.add("news:" + item.id()));
        items.forEach(item -> item.tags().forEach(tag -> keys.add("tag:" + tag.id())));
        return keys;
    }
}
