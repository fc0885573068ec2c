package dev.vestnik.tag;

import dev.vestnik.edge.Tracked;
import dev.vestnik.edge.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tag as it goes over the wire.
@Schema(name = "Tag")
record TagView(
        UUID id,
        long version,
        @Schema(examples = "sajgak") String slug,
        @Schema(description = "By locale.") Map<String, String> names,
        @Schema(description = "By locale.") Map<String, String> description,
        @Schema(description = "Other names that it is looked for by.") List<String> aliases,
        @Schema(
                        description =
                                "Published items that carry it, in the asked locale where one was asked.")
                long newsCount)
        implements Versioned, Tracked {

    static TagView of(Tag tag, long newsCount) {
        return new TagView(
                tag.id, tag.version, tag.slug, tag.names, tag.descriptions, tag.aliases, newsCount);
    }

    @Override
    public Set<String> surrogateKeys() {
        return Set.of("tag:" + id);
    }
}
