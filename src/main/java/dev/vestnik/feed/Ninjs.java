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

/// An item as IPTC's ninjs 3.1 has it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Ninjs(
        String uri,
        Standard standard,
        String type,
        String representationType,
        @JsonProperty("version") String versionNumber,
        Instant firstCreated,
        Instant versionCreated,
        String pubStatus,
        String language,
        String title,
        @Nullable String by,
        List<Text> headlines,
        @Nullable List<Text> descriptions,
        List<Text> bodies,
        @Nullable List<Subject> subjects,
        @Nullable List<InfoSource> infoSources,
        List<Rendition> renditions,
        @Nullable List<Picture> associations,
        List<AltId> altIds,
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

    /// Which standard it follows.
    record Standard(String name, String version, String schema) {}

    /// A headline, a description or a body, and what it is for.
    record Text(String role, String contentType, String value) {}

    /// What it is about.
    record Subject(String name, String rel, String uri, String literal) {}

    /// Whom it was taken from.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InfoSource(@Nullable String name, @Nullable String uri) {}

    /// One of the forms in which it can be fetched; its size is in pixels.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rendition(
            String name,
            String href,
            @Nullable String contentType,
            @Nullable Integer width,
            @Nullable Integer height) {}

    /// The cover, an item of its own.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Picture(
            String name,
            String rel,
            String uri,
            String type,
            @Nullable String by,
            @Nullable List<Text> descriptions,
            List<Rendition> renditions) {}

    /// What it is called elsewhere.
    record AltId(String role, String value) {}
}
