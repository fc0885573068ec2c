package dev.vestnik.news;

import dev.vestnik.site.Site;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an item stands.
@Schema(name = "NewsLinks")
public record NewsLinks(
        @Schema(
                        description = "In this API.",
                        examples = "/api/v1/news/0193b0a0-0000-7000-8000-000000000001")
                String self,
        @Schema(description = "For readers, by the configured template.") String html) {

    public static NewsLinks of(Site site, UUID id, String locale, String slug) {
        String html =
                site.linkTemplate()
                        .replace("{locale}", locale)
                        .replace("{slug}", slug)
                        .replace("{id}", id.toString());
        return new NewsLinks("/api/v1/news/" + id, html);
    }
}
