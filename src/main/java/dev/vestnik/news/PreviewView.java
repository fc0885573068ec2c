package dev.vestnik.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A preview link; its token and address are told once, when it is made.
@Schema(name = "PreviewLink")
record PreviewView(
        UUID id,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url,
        Instant createdAt,
        Instant expiresAt) {

    /// The preview links of an item that are still good.
    @Schema(name = "PreviewLinks")
    record Listed(List<PreviewView> items) {}

    static PreviewView of(PreviewLink link) {
        return new PreviewView(link.id, null, null, link.createdAt, link.expiresAt);
    }
}
