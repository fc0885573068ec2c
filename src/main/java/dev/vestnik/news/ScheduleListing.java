package dev.vestnik.news;

import dev.vestnik.edge.Paging;
import dev.vestnik.edge.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What of the schedule is asked for.
@QueryParameters
public class ScheduleListing extends Paging {

    @RestQuery
    @Parameter(description = "PUBLISH or UNPUBLISH; both where it is not given.")
    public @Nullable String action;

    @RestQuery
    @Parameter(description = "Only items in this locale.", example = "ru")
    public @Nullable String locale;

    @RestQuery
    @Parameter(description = "Due then or later: a day in the site's time zone, or a time.")
    public @Nullable String from;

    @RestQuery
    @Parameter(description = "Due then or earlier: a day (the whole of it), or a time.")
    public @Nullable String to;

    /// Everything but the place, as the text that a cursor belongs to.
    String identity() {
        return String.join(
                "\n",
                "schedule",
                String.valueOf(action),
                String.valueOf(locale),
                String.valueOf(from),
                String.valueOf(to));
    }
}
