package dev.vestnik.news;

import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.QueryParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a list of news is asked for.
@QueryParameters
public class NewsListing extends Paging {

    @RestQuery
    @Parameter(description = "Only items in this locale.", example = "ru")
    public @Nullable String locale;

    @RestQuery
    @Parameter(
            description =
                    "Slugs or ids of tags: repeated, an item must have all of them; separated by commas, any.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<String> tag = List.of();

    @RestQuery
    @Parameter(
            description = "Published then or later: a day in the site's time zone, or a time.",
            example = "2025-12-01")
    public @Nullable String from;

    @RestQuery
    @Parameter(
            description = "Published then or earlier: a day (the whole of it), or a time.",
            example = "2030-12-31")
    public @Nullable String to;

    @RestQuery
    @Parameter(description = "The byline, exactly.")
    public @Nullable String author;

    @RestQuery
    @Parameter(description = "Only items that are pinned now, or only others.")
    public @Nullable Boolean featured;

    @RestQuery
    @Parameter(description = "Changed for the public then or later: a day or a time.")
    public @Nullable String updatedSince;

    @RestQuery
    @Parameter(description = "Only these, separated by commas; at most 100.")
    public @Nullable String ids;

    @RestQuery
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"-publishedAt", "publishedAt", "-updatedAt", "title"},
                            defaultValue = "-publishedAt"))
    public @Nullable String sort;

    @RestQuery
    @Parameter(
            description =
                    "More parts, of body, blocks, related, translations, neighbours; separated by commas.")
    public @Nullable String include;

    @RestQuery
    @Parameter(
            description =
                    "For the newsroom: items in these states as their editors have them, by commas.")
    public @Nullable String status;

    @RestQuery
    @Parameter(description = "For the newsroom: what is in the trash.")
    public @Nullable Boolean trashed;

    Set<Part> parts() {
        return include == null
                ? EnumSet.noneOf(Part.class)
                : Parameters.constants("include", include, Part.class);
    }

    /// Whether the working copies are asked for, and not what the public sees.
    boolean inNewsroom() {
        return status != null || trashed != null;
    }

    /// Everything but the place, as the text that a cursor belongs to.
    String identity() {
        return String.join(
                "\n",
                "news",
                String.valueOf(locale),
                String.valueOf(tag),
                String.valueOf(from),
                String.valueOf(to),
                String.valueOf(author),
                String.valueOf(featured),
                String.valueOf(updatedSince),
                String.valueOf(ids),
                String.valueOf(sort),
                String.valueOf(status),
                String.valueOf(trashed));
    }
}
