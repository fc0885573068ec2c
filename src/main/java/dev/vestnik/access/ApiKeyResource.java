package dev.vestnik.access;

import static dev.vestnik.access.Roles.ADMIN;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/api-keys")
@Tag(name = "People and keys")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ApiKeyResource {

    private final Cursors cursors;
    private final InstantSource time;

    ApiKeyResource(Cursors cursors, InstantSource time) {
        this.cursors = cursors;
        this.time = time;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "List API keys",
            description = "The newest first, revoked and expired ones too.")
    public ApiKeyPage list(@BeanParam @Valid Paging wanted) {
        return ApiKeyPage.of(wanted, cursors);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Read an API key", description = "All of it but the key itself.")
    public ApiKeyView read(
            @RestPath @Parameter(example = AccessExamples.KEY_ID) String id,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return ApiKeyView.of(existing(id));
    }

    @POST
    @Idempotent
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Create an API key",
            description =
                    "The answer has the key, this once. A program sends it as Authorization: Bearer.")
    @APIResponseSchema(value = NewApiKey.class, responseCode = "201")
    public RestResponse<NewApiKey> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ApiKeyInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = AccessExamples.KEY)))
                    @NotNull
                    @Valid
                    ApiKeyInput input,
            UriInfo uri) {
        Instant now = time.instant();
        if (input.expiresAt() != null && !input.expiresAt().isAfter(now)) {
            throw Problem.invalid("/expiresAt", "NOT_IN_FUTURE", "must be in the future");
        }
        String key = KeyText.random();
        ApiKey made =
                ApiKey.named(
                        input.name(), KeyText.hash(key), input.roles(), input.expiresAt(), now);
        made.persist();
        URI location = uri.getAbsolutePathBuilder().path(made.id.toString()).build();
        return RestResponse.ResponseBuilder.<NewApiKey>created(location)
                .entity(NewApiKey.of(made, key))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Revoke an API key",
            description = "It is no longer good from this moment, and stays in the list.")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    public RestResponse<Void> revoke(
            @RestPath @Parameter(example = AccessExamples.KEY_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        ApiKey key = existing(id);
        Etags.requireMatch(ifMatch, key.version);
        key.revoke(time.instant());
        return RestResponse.noContent();
    }

    private static ApiKey existing(String id) {
        UUID known = Ids.path(id, "The API key");
        return ApiKey.<ApiKey>findByIdOptional(known)
                .orElseThrow(() -> Problem.notFound("The API key"));
    }
}
