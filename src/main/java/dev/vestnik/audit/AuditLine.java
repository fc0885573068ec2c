package dev.vestnik.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A line of the audit log as it goes over the wire.
@Schema(name = "AuditLine")
record AuditLine(
        UUID id,
        Instant at,
        @Schema(
                        description =
                                "A user's name; key: and an API key's; external: and that of a user of the"
                                        + " external login service. Null where nobody was logged in.",
                        examples = "editor-one")
                @Nullable String actor,
        @Nullable UUID actorId,
        @Schema(
                        description = "The operation's id in this document.",
                        examples = "PublishingResource_publish")
                String action,
        @Schema(description = "Or JOB where the program did what was planned.", examples = "POST")
                String method,
        @Schema(description = "What the path begins with.", examples = "news") String resourceKind,
        @Nullable String resourceId,
        Outcome outcome,
        @Schema(examples = "200") int status,
        @Schema(
                        description =
                                "The first 24 bits of the client's address, of IPv6 48; program where there was none.",
                        examples = "203.0.113.0/24")
                String client,
        @Schema(description = "X-Request-Id of the answer.") String requestId) {

    static AuditLine of(AuditEvent event) {
        return new AuditLine(
                event.id,
                event.at,
                event.actor,
                event.actorId,
                event.action,
                event.method,
                event.resourceKind,
                event.resourceId,
                event.outcome,
                event.status,
                event.client,
                event.requestId);
    }
}
