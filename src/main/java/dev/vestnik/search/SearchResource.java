package dev.vestnik.search;

import static dev.vestnik.access.Roles.ADMIN;

import dev.vestnik.edge.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/search")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {

    private final SearchDesk desk;
    private final Suggesting suggesting;
    private final SearchFollower follower;

    SearchResource(SearchDesk desk, Suggesting suggesting, SearchFollower follower) {
        this.desk = desk;
        this.suggesting = suggesting;
        this.follower = follower;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Search the news",
            description =
                    "Finds every form of a word: людей finds человек. What finds little is tried as typed"
                            + " on another keyboard, in Latin letters, with a letter wrong.")
    public SearchPage find(@BeanParam @Valid SearchListing wanted) {
        return desk.page(wanted);
    }

    @GET
    @Path("/suggest")
    @PermitAll
    @Operation(
            summary = "Suggest titles and tags as one types",
            description = "The last word is taken for the beginning of one.")
    public Suggestions suggest(
            @RestQuery @Parameter(required = true, example = "сайг") @Nullable String q,
            @RestQuery @Parameter(description = "Only titles in this locale.", example = "ru")
                    @Nullable String locale) {
        if (q == null) {
            throw Problem.parameter("q", "REQUIRED", "must be given");
        }
        return suggesting.suggest(q, locale);
    }

    @POST
    @Path("/reindex")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Build the search index anew",
            description =
                    "Searches are answered from the old index until the new one takes its place. While"
                            + " one is being built no other is begun.")
    @APIResponseSchema(value = RebuildView.class, responseCode = "202")
    public RestResponse<RebuildView> reindex() {
        follower.beginAnew();
        return RestResponse.status(RestResponse.Status.ACCEPTED, follower.progress());
    }

    @GET
    @Path("/reindex")
    @RolesAllowed(ADMIN)
    @Operation(summary = "See how far the new search index is")
    public RebuildView progress() {
        return follower.progress();
    }
}
