package dev.vestnik.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vestnik.database.StoredJson;
import dev.vestnik.edge.Tracked;
import dev.vestnik.edge.Versioned;
import dev.vestnik.tag.TagRef;
import dev.vestnik.text.Block;
import dev.vestnik.text.TocEntry;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A news item as it goes over the wire. Parts that were not asked for are left out; of the others,
/// what an item does not have is null.
@Schema(name = "NewsItem")
public record NewsView(
        UUID id,
        long version,
        @Schema(examples = "ru") String locale,
        @Schema(description = "The same for an item and its translations.") UUID translationGroup,
        @Schema(examples = "pogolove-sajgaka-v-stepi-vyroslo") String slug,
        NewsStatus status,
        @Schema(examples = "Поголовье сайгака в степи выросло") String title,
        @Nullable String summary,
        @Schema(
                        description = "Clean HTML; headings have ids.",
                        type = SchemaType.STRING,
                        implementation = String.class)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable StoredJson body,
        @Schema(
                        description = "The body as a list.",
                        type = SchemaType.ARRAY,
                        implementation = Block.class)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable StoredJson blocks,
        @Schema(
                        description = "The body as plain text.",
                        type = SchemaType.STRING,
                        implementation = String.class)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable StoredJson bodyText,
        @Schema(
                        description = "The body's headings.",
                        type = SchemaType.ARRAY,
                        implementation = TocEntry.class)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable StoredJson toc,
        @Schema(description = "As it was written; in the newsroom's answers only.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable BodyInput bodySource,
        List<TagRef> tags,
        @Nullable String author,
        @Nullable Source source,
        @Nullable Cover cover,
        @Nullable Seo seo,
        @Nullable Instant featuredUntil,
        @Nullable Instant publishedAt,
        @Schema(
                        description =
                                "The day of publication (of creation as long as there is none), for readers.",
                        examples = "10 декабря 2025")
                String displayDate,
        Instant createdAt,
        Instant updatedAt,
        int readingMinutes,
        List<Correction> corrections,
        NewsLinks links,
        @Schema(description = "Published before it, in its locale.", nullable = true)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Optional<Neighbour> previous,
        @Schema(description = "Published after it, in its locale.", nullable = true)
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Optional<Neighbour> next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Translation> translations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Neighbour> related,
        @Schema(
                        description =
                                "Whether it was saved since it was published; in the newsroom's answers only.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Boolean pendingChanges,
        @Schema(description = "What is planned; in the newsroom's answers about one item.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable NewsSchedule schedule,
        @Schema(description = "What an editor should know of what was saved.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable List<String> warnings)
        implements Versioned, Tracked {

    /// The body's letters; null where it was not asked for.
    public @Nullable String html() {
        return body == null ? null : Body.letters(body);
    }

    /// The same of its text.
    public @Nullable String text() {
        return bodyText == null ? null : Body.letters(bodyText);
    }

    @Override
    public Set<String> surrogateKeys() {
        Set<String> keys = new LinkedHashSet<>();
        addSurrogateKeys(keys, new HashSet<>());
        return keys;
    }

    /// @param known tags whose keys are there already; most of a list's items share theirs
    void addSurrogateKeys(Set<String> keys, Set<UUID> known) {
        keys.add("news:" + id);
        for (TagRef tag : tags) {
            if (known.add(tag.id())) {
                keys.add("tag:" + tag.id());
            }
        }
        if (previous != null) {
            previous.ifPresent(neighbour -> keys.add("news:" + neighbour.id()));
        }
        if (next != null) {
            next.ifPresent(neighbour -> keys.add("news:" + neighbour.id()));
        }
    }
}
