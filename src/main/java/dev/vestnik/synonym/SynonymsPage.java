package dev.vestnik.synonym;

import dev.vestnik.edge.PageInfo;
import dev.vestnik.edge.Paged;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the locales and what each has of synonyms.
@Schema(name = "SynonymsPage")
record SynonymsPage(List<SynonymsSummary> items, PageInfo page) implements Paged {

    /// What a locale has of synonyms, without them.
    @Schema(name = "SynonymsSummary")
    record SynonymsSummary(
            @Schema(examples = "ru") String locale,
            @Schema(description = "0 where nobody has written any yet.") long version,
            @Schema(description = "How many there are.") int groupCount,
            @Nullable Instant updatedAt,
            @Schema(description = "The user's name.", examples = "editor-one")
                    @Nullable String updatedBy) {

        static SynonymsSummary of(SynonymsView whole) {
            return new SynonymsSummary(
                    whole.locale(),
                    whole.version(),
                    whole.groups().size(),
                    whole.updatedAt(),
                    whole.updatedBy());
        }
    }
}
