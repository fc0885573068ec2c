package dev.vestnik.feed;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.QueryParameters;
import dev.vestnik.news.NewsListing;
import dev.vestnik.search.SearchListing;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a feed is asked for: whatever filters the public list of news, or a search.
@QueryParameters
public class FeedListing {

    private static final String NEWEST = "-publishedAt";

    @RestQuery
    @Parameter(
            description =
                    "Only what this search finds, the newest first; goes together with tag, from, to.")
    public @Nullable String q;

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
            description = "relevance: with q alone.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                NEWEST,
                                "publishedAt",
                                "-updatedAt",
                                "title",
                                "relevance"
                            },
                            defaultValue = NEWEST))
    public @Nullable String sort;

    @RestQuery
    @Min(1)
    @Max(50)
    @DefaultValue("20")
    @Parameter(description = "How many items a page has.")
    public int limit = 20;

    @RestQuery
    @Parameter(description = "Of the links to other pages in the page before.")
    public @Nullable String cursor;

    /// The same as a list of news.
    NewsListing news(String locale) {
        NewsListing news = new NewsListing();
        news.locale = locale;
        news.tag = tag;
        news.from = from;
        news.to = to;
        news.author = author;
        news.featured = featured;
        news.updatedSince = updatedSince;
        news.ids = ids;
        news.sort = sort;
        news.limit = limit;
        news.cursor = cursor;
        return news;
    }

    /// The same as a search.
    ///
    /// @throws Problem 400 where a filter was given that a search does not have
    SearchListing search(String locale) {
        refuseBesideSearch("author", author);
        refuseBesideSearch("featured", featured);
        refuseBesideSearch("updatedSince", updatedSince);
        refuseBesideSearch("ids", ids);
        SearchListing search = new SearchListing();
        search.q = q;
        search.locale = locale;
        search.tag = tag;
        search.from = from;
        search.to = to;
        search.sort = sort == null ? NEWEST : sort;
        search.limit = limit;
        search.cursor = cursor;
        return search;
    }

    private static void refuseBesideSearch(String name, @Nullable Object value) {
        if (value != null) {
            throw Problem.parameter(name, "NOT_IN_A_SEARCH", "cannot be given together with q");
        }
    }

    /// Everything but the place and the length of the page, as the text that the feed is known by.
    String identity() {
        return String.join(
                "\n",
                text(q),
                tag.toString(),
                text(from),
                text(to),
                text(author),
                text(featured),
                text(updatedSince),
                text(ids),
                text(sort));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
