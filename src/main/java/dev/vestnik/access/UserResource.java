package dev.vestnik.access;

import static dev.vestnik.access.Roles.ADMIN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/users")
@Tag(name = "People and keys")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class UserResource {

    private final UserEditing editing;
    private final Cursors cursors;
    private final MergePatch patches;

    UserResource(UserEditing editing, Cursors cursors, MergePatch patches) {
        this.editing = editing;
        this.cursors = cursors;
        this.patches = patches;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "List users", description = "By name.")
    public UserPage list(@BeanParam @Valid UserListing wanted) {
        return wanted.page(cursors);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Read a user")
    public UserView read(
            @RestPath @Parameter(example = AccessExamples.USER_ID) String id,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return UserView.of(existing(id));
    }

    @POST
    @Idempotent
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Create a user",
            description =
                    "Tell the person the password, and to change it. It is never shown again.")
    @APIResponseSchema(value = UserView.class, responseCode = "201")
    public RestResponse<UserView> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewUser.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = AccessExamples.USER)))
                    @NotNull
                    @Valid
                    NewUser input,
            UriInfo uri) {
        User user = editing.create(Ids.next(), input);
        URI location = uri.getAbsolutePathBuilder().path(user.id.toString()).build();
        return RestResponse.ResponseBuilder.<UserView>created(location)
                .entity(UserView.of(user))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Replace a user's roles, password or state",
            description = "Whatever changes ends the user's tokens at once. The name stays.")
    public UserView replace(
            @RestPath @Parameter(example = AccessExamples.USER_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = UserInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = AccessExamples.REPLACEMENT)))
                    @NotNull
                    @Valid
                    UserInput input) {
        User user = existing(id);
        Etags.requireMatch(ifMatch, user.version);
        editing.apply(input, user);
        return UserView.of(user);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Change a user's roles, password or state",
            description =
                    "JSON Merge Patch (RFC 7396). Whatever changes ends the user's tokens at once.")
    public UserView change(
            @RestPath @Parameter(example = AccessExamples.USER_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = UserInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = AccessExamples.PATCH)))
                    ObjectNode patch) {
        User user = existing(id);
        Etags.requireMatch(ifMatch, user.version);
        editing.apply(patches.apply(UserInput.of(user), patch, UserInput.class), user);
        return UserView.of(user);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Delete a user",
            description =
                    "What the user wrote stays. Disabling is the milder way, and can be undone.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public RestResponse<Void> delete(
            @RestPath @Parameter(example = AccessExamples.USER_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        User user = existing(id);
        Etags.requireMatch(ifMatch, user.version);
        editing.delete(user);
        return RestResponse.noContent();
    }

    private static User existing(String id) {
        UUID known = Ids.path(id, "The user");
        return User.<User>findByIdOptional(known).orElseThrow(() -> Problem.notFound("The user"));
    }
}
