package dev.vestnik.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vestnik.edge.Tracked;
import dev.vestnik.edge.Versioned;
import dev.vestnik.news.NewsView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An item as schema.org's NewsArticle, in JSON-LD.
@JsonInclude(JsonInclude.Include.NON_NULL)
record NewsArticle(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        @JsonProperty("@id") String id,
        String url,
        String mainEntityOfPage,
        String headline,
        @Nullable String alternativeHeadline,
        @Nullable String description,
        String inLanguage,
        @Nullable Instant datePublished,
        Instant dateModified,
        @Nullable Person author,
        Organization publisher,
        @Nullable ImageObject image,
        @Nullable List<String> keywords,
        @Nullable String articleBody,
        @Nullable String isBasedOn,
        @Nullable List<CorrectionComment> correction,
        boolean isAccessibleForFree,
        @JsonIgnore NewsView item)
        implements Versioned, Tracked {

    @Override
    public long version() {
        return item.version();
    }

    @Override
    public Set<String> surrogateKeys() {
        return item.surrogateKeys();
    }

    /// Whoever signs it.
    record Person(@JsonProperty("@type") String type, String name) {

        Person(String name) {
            this("Person", name);
        }
    }

    /// The newsroom.
    record Organization(@JsonProperty("@type") String type, String name, String url) {

        Organization(String name, String url) {
            this("Organization", name, url);
        }
    }

    /// The cover; its size is in pixels.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImageObject(
            @JsonProperty("@type") String type,
            String url,
            @Nullable String caption,
            @Nullable String description,
            @Nullable String creditText,
            @Nullable Integer width,
            @Nullable Integer height) {}

    /// What was put right.
    record CorrectionComment(
            @JsonProperty("@type") String type, String text, Instant datePublished) {

        CorrectionComment(String text, Instant datePublished) {
            this("CorrectionComment", text, datePublished);
        }
    }
}
