package dev.vestnik.event;

import dev.vestnik.edge.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What somebody wants to hear of.
@QueryParameters
public class EventListing {

    @RestQuery
    @Parameter(
            description = "Of news, only those in this locale; what has none is told all the same.",
            example = "ru")
    public @Nullable String locale;

    @RestQuery
    @Parameter(
            description = "Only these types, separated by commas; `news.*` for all of news.",
            example = "news.*,notice.published")
    public @Nullable String types;

    @RestQuery
    @Parameter(
            description =
                    "Goes on after the event of this id, for a client that cannot set the header the"
                            + " first time; the header counts where both are given.")
    public @Nullable String lastEventId;

    @RestHeader("Last-Event-ID")
    @Parameter(description = "Goes on after the event of this id.")
    public @Nullable String lastEventIdHeader;
}
