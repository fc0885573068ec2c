package dev.vestnik.search;

import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.QueryParameters;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is searched for.
@QueryParameters
public class SearchListing extends Paging {

    private static final String RELEVANCE = "relevance";
    private static final String NEWEST = "-publishedAt";
    private static final String DRAFT = "draft";
    private static final String PUBLIC = "public";

    @RestQuery
    @NotNull
    @Parameter(
            description =
                    "Words, all of them wanted; \"a phrase\"; -not; this|that; begin*. What stands after"
                            + " 10 000 letters is not looked at.",
            required = true,
            example = "сайгаков")
    public @Nullable String q;

    @RestQuery
    @Parameter(
            description =
                    "Only items in this locale; the query is read in its language, which is else"
                            + " guessed from the letters.",
            example = "ru")
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
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {RELEVANCE, NEWEST},
                            defaultValue = RELEVANCE))
    public @Nullable String sort;

    @RestQuery
    @Parameter(
            description = "Count the hits by these, of tag, year, locale; separated by commas.",
            example = "tag,year,locale")
    public @Nullable String facets;

    @RestQuery
    @Parameter(description = "Show where the sought words stand.", example = "true")
    public boolean highlight;

    @RestQuery
    @Parameter(
            description =
                    "draft: for the newsroom, its working copies; authors find their own. What is in the"
                            + " trash is never found.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {DRAFT, PUBLIC},
                            defaultValue = PUBLIC))
    public @Nullable String state;

    /// What was typed, as much of it as is looked at.
    String typed() {
        String whole = Objects.requireNonNull(q);
        return whole.substring(0, Math.min(whole.length(), QueryText.LONGEST));
    }

    Set<Facet> counted() {
        return facets == null
                ? EnumSet.noneOf(Facet.class)
                : Parameters.constants("facets", facets, Facet.class);
    }

    boolean byRelevance() {
        if (sort != null && !sort.equals(RELEVANCE) && !sort.equals(NEWEST)) {
            throw Problem.parameter(
                    "sort", "UNKNOWN_SORT", "must be one of " + RELEVANCE + ", " + NEWEST);
        }
        return !NEWEST.equals(sort);
    }

    boolean inNewsroom() {
        if (state != null && !state.equals(DRAFT) && !state.equals(PUBLIC)) {
            throw Problem.parameter(
                    "state", "UNKNOWN_VALUE", "must be one of " + DRAFT + ", " + PUBLIC);
        }
        return DRAFT.equals(state);
    }

    /// Everything but the place, as the text that a cursor belongs to.
    String identity() {
        return String.join(
                "\n",
                "search",
                typed(),
                String.valueOf(locale),
                String.valueOf(tag),
                String.valueOf(from),
                String.valueOf(to),
                String.valueOf(sort),
                String.valueOf(state));
    }
}
