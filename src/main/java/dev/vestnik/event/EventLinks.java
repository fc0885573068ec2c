package dev.vestnik.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where to read what an event tells of.
@Schema(name = "EventLinks")
public record EventLinks(
        @Schema(
                        description = "In this API.",
                        examples = "/api/v1/news/0193b0a0-0000-7000-8000-000000000001")
                String self) {}
