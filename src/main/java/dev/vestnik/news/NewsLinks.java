package dev.vestnik.news;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an item stands.
@Schema(name = "NewsLinks")
record NewsLinks(
        @Schema(
                        description = "In this API.",
                        examples = "/api/v1/news/0193b0a0-0000-7000-8000-000000000001")
                String self,
        @Schema(description = "For readers, by the configured template.") String html) {}
