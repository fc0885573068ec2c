package dev.vestnik.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vestnik.edge.Tracked;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A feed as JSON Feed 1.1 has it.
@Schema(name = "JsonFeed")
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        @Schema(examples = "https://jsonfeed.org/version/1.1") String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        @Schema(description = "The page of older items.") @JsonProperty("next_url")
                @Nullable String nextUrl,
        @Schema(examples = "ru") String language,
        @Nullable List<Hub> hubs,
        List<Item> items,
        @JsonIgnore Set<String> surrogateKeys)
        implements Tracked {

    static final String MEDIA_TYPE = "application/feed+json";
    static final String VERSION = "https://jsonfeed.org/version/1.1";

    /// What tells of new items.
    @Schema(name = "JsonFeedHub")
    record Hub(@Schema(examples = "WebSub") String type, String url) {}

    /// Who wrote an item.
    @Schema(name = "JsonFeedAuthor")
    record Author(String name) {}

    /// One news item.
    @Schema(name = "JsonFeedItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(examples = "urn:uuid:0193b0a0-0000-7000-8000-000000000001") String id,
            String url,
            String title,
            @JsonProperty("content_html") String contentHtml,
            @Nullable String summary,
            @Nullable String image,
            @JsonProperty("date_published") @Nullable Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            @Nullable List<Author> authors,
            @Nullable List<String> tags,
            String language) {}
}
