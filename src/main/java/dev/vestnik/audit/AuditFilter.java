package dev.vestnik.audit;

import dev.vestnik.edge.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Which lines of the audit log are wanted.
@QueryParameters
public class AuditFilter {

    @RestQuery
    @Parameter(description = "Who did it.")
    public @Nullable String actor;

    @RestQuery
    @Parameter(
            description =
                    "The operation's id in this document, such as PublishingResource_publish.")
    public @Nullable String action;

    @RestQuery
    @Parameter(description = "What the path begins with, such as news or users.")
    public @Nullable String resourceKind;

    @RestQuery public @Nullable String resourceId;

    @RestQuery
    @Parameter(description = "DONE or REFUSED.")
    public @Nullable String outcome;

    @RestQuery
    @Parameter(description = "From this time or day on.", example = "2025-01-01")
    public @Nullable String from;

    @RestQuery
    @Parameter(description = "Until this time, or the end of this day.")
    public @Nullable String to;

    /// Any text that is the same for the same filters.
    String identity() {
        List<@Nullable String> filters =
                Arrays.asList(actor, action, resourceKind, resourceId, outcome, from, to);
        return Stream.concat(Stream.of("audit"), filters.stream().map(String::valueOf))
                .collect(Collectors.joining("\n"));
    }
}
