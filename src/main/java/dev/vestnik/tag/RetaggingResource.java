package dev.vestnik.tag;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.EDITOR;

import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/tags/{id}")
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class RetaggingResource {

    /// In seconds, for what is done to a tag and its items at once, beside whatever else goes on. A
    /// connection on which nothing goes to and fro for thirty is closed.
    static final int FOR_ITEMS = 25;

    static final String ON_THEIR_WAY =
            "Its items are on their way; Location tells how far they are.";

    private final TagRemoval removal;
    private final TagUse use;
    private final InstantSource time;

    RetaggingResource(TagRemoval removal, TagUse use, InstantSource time) {
        this.removal = removal;
        this.use = use;
        this.time = time;
    }

    @POST
    @Path("/merge")
    @TransactionConfiguration(timeout = FOR_ITEMS)
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Merge a tag into another",
            description =
                    "All items move, its slugs lead to the other from now on, its names become aliases. More than"
                            + " 500 items move after the answer, some hundred at a time; the tag is there until"
                            + " the last one has moved, whatever becomes of the program meanwhile.")
    @APIResponseSchema(TagView.class)
    @APIResponse(
            responseCode = "202",
            description = ON_THEIR_WAY,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RetaggingView.class)))
    public RestResponse<?> merge(
            @RestPath @Parameter(example = TagExamples.ID) String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TagMerge.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = TagExamples.MERGE)))
                    @NotNull
                    @Valid
                    TagMerge merge,
            UriInfo uri) {
        Tag goes = TagResource.existing(id);
        Tag stays =
                Tag.<Tag>findByIdOptional(merge.into())
                        .orElseThrow(() -> Problem.invalid("/into", "UNKNOWN_TAG", "is no tag"));
        if (goes.id.equals(stays.id)) {
            throw Problem.invalid("/into", "SAME_TAG", "must be another tag");
        }
        return removal.remove(goes, stays)
                .<RestResponse<?>>map(begun ->
                        accepted(
                                begun,
                                time.instant(),
                                uri.getBaseUriBuilder().path(TagResource.class).path(id)))
                .orElseGet(() -> RestResponse.ok(TagView.of(stays, use.published(stays.id, null))));
    }

    @GET
    @Path("/retagging")
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "See how far the items of a tag are that is merged or deleted",
            description = "Also when it is gone; 404 where they all followed at once.")
    public RetaggingView read(@RestPath @Parameter(example = TagExamples.MERGED_ID) String id) {
        UUID known = Ids.path(id, "The tag");
        return Retagging.<Retagging>findByIdOptional(known)
                .map(retagging -> RetaggingView.of(retagging, time.instant()))
                .orElseThrow(() -> Problem.notFound("The retagging"));
    }

    /// The answer where items follow later.
    ///
    /// @param tag where the tag is
    static RestResponse<RetaggingView> accepted(Retagging begun, Instant now, UriBuilder tag) {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, RetaggingView.of(begun, now))
                .location(tag.path("retagging").build())
                .build();
    }
}
