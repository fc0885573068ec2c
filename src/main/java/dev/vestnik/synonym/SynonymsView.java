package dev.vestnik.synonym;

import dev.vestnik.edge.Versioned;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// All synonyms of a locale as they go over the wire.
@Schema(name = "Synonyms")
record SynonymsView(
        @Schema(examples = "ru") String locale,
        @Schema(description = "0 where nobody has written any yet.") long version,
        @Schema(
                        description = "Entries of one group mean the same; in the editors' order.",
                        examples = "[[\"ВОЗ\", \"Всемирная организация здравоохранения\"]]")
                List<List<String>> groups,
        @Nullable Instant updatedAt,
        @Schema(description = "The user's name.", examples = "editor-one")
                @Nullable String updatedBy)
        implements Versioned {

    static SynonymsView of(Synonyms synonyms) {
        return new SynonymsView(
                synonyms.locale,
                synonyms.version,
                synonyms.groups,
                synonyms.updatedAt,
                synonyms.updatedBy);
    }

    static SynonymsView none(String locale) {
        return new SynonymsView(locale, 0, List.of(), null, null);
    }
}
