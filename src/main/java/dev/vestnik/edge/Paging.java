package dev.vestnik.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The parameters that every list takes.
@QueryParameters
public class Paging {

    @RestQuery
    @Min(1)
    @Max(100)
    @DefaultValue("20")
    @Parameter(description = "How many items a page has.")
    public int limit = 20;

    @RestQuery
    @Parameter(description = "page.next or page.prev of the page before.")
    public @Nullable String cursor;

    @RestQuery
    @DefaultValue("false")
    @Parameter(description = "Count them all, in page.total.")
    public boolean total;

    @RestQuery
    @Parameter(
            description = "Only these members of each item, separated by commas.",
            example = "id")
    public @Nullable String fields;
}
