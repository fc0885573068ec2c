package dev.vestnik.sync;

import dev.vestnik.edge.QueryParameters;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is to be kept in step, or the token of the answer before.
@QueryParameters
public class SyncListing {

    @RestQuery
    @Parameter(
            description =
                    "nextToken or syncToken of an answer before. It holds the filters, so none may be"
                            + " given with it.")
    public @Nullable String token;

    @RestQuery
    @Parameter(description = "Only items in this locale.", example = "ru")
    public @Nullable String locale;

    @RestQuery
    @Parameter(
            description =
                    "Slugs or ids of tags: repeated, an item must have all of them; separated by commas, any.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<String> tag = List.of();

    @RestQuery
    @Parameter(description = "More parts, of body, blocks; separated by commas.", example = "body")
    public @Nullable String include;

    @RestQuery
    @Min(1)
    @Max(100)
    @Parameter(
            description =
                    "How many items an answer has at most; where it is not given as many as the"
                            + " token was made with, and 20 at first.")
    public @Nullable Integer limit;
}
