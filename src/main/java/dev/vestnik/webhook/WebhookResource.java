package dev.vestnik.webhook;

import static dev.vestnik.access.Roles.ADMIN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.Paging;
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

@Path("/api/v1/webhooks")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class WebhookResource {

    private final WebhookEditing editing;
    private final Cursors cursors;
    private final MergePatch patches;

    WebhookResource(WebhookEditing editing, Cursors cursors, MergePatch patches) {
        this.editing = editing;
        this.cursors = cursors;
        this.patches = patches;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "List webhooks", description = "The newest first, disabled ones too.")
    public WebhookPage list(@BeanParam @Valid Paging wanted) {
        return WebhookPage.of(wanted, cursors);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Read a webhook", description = "All of it but its secret.")
    public WebhookView read(
            @RestPath @Parameter(example = WebhookExamples.ID) String id,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return WebhookView.of(existing(id));
    }

    @POST
    @Idempotent
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Create a webhook",
            description =
                    "It is told of what happens from now on; the answer has its secret, this once. Each event is"
                            + " sent by POST as {\"type\", \"timestamp\", \"data\": {\"id\", \"locale\", \"seq\","
                            + " \"links\"}}: it says what happened to what, and not what that looks like now, which"
                            + " is a GET of links.self away and there when the event arrives. Headers and"
                            + " signatures are those of Standard Webhooks. Any answer but 2xx, and none within 15"
                            + " seconds, is tried again, after longer and longer pauses, for three days; 410"
                            + " disables the webhook, Retry-After of 429 and 503 is heeded, redirects are not"
                            + " followed. An event arrives once or more often, each time with the same webhook-id,"
                            + " and the events of one item in their order.")
    @APIResponseSchema(value = NewWebhook.class, responseCode = "201")
    public RestResponse<NewWebhook> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = WebhookInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = WebhookExamples.WEBHOOK)))
                    @NotNull
                    @Valid
                    WebhookInput input,
            UriInfo uri) {
        NewWebhook made = editing.create(input);
        URI location = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return RestResponse.ResponseBuilder.<NewWebhook>created(location).entity(made).build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Replace a webhook's target, events or state",
            description =
                    "One that was disabled and is enabled goes on from where it stands: what waited, and what"
                            + " happened since, is sent.")
    public WebhookView replace(
            @RestPath @Parameter(example = WebhookExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = WebhookInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = WebhookExamples.WEBHOOK)))
                    @NotNull
                    @Valid
                    WebhookInput input) {
        Webhook webhook = existing(id);
        Etags.requireMatch(ifMatch, webhook.version);
        editing.apply(input, webhook);
        return WebhookView.of(webhook);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Change a webhook's target, events or state",
            description =
                    "JSON Merge Patch (RFC 7396). One that was disabled and is enabled goes on from where it"
                            + " stands: what waited, and what happened since, is sent.")
    public WebhookView change(
            @RestPath @Parameter(example = WebhookExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = WebhookInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = WebhookExamples.PATCH)))
                    ObjectNode patch) {
        Webhook webhook = existing(id);
        Etags.requireMatch(ifMatch, webhook.version);
        editing.apply(patches.apply(WebhookInput.of(webhook), patch, WebhookInput.class), webhook);
        return WebhookView.of(webhook);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Delete a webhook",
            description = "Its deliveries go with it; what waits is not sent.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public RestResponse<Void> delete(
            @RestPath @Parameter(example = WebhookExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Webhook webhook = existing(id);
        Etags.requireMatch(ifMatch, webhook.version);
        webhook.delete();
        return RestResponse.noContent();
    }

    @POST
    @Path("/{id}/secret/rotation")
    @Idempotent
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Give a webhook a new secret",
            description =
                    "The answer has it, this once. For 24 hours messages carry the signatures of both, so that the"
                            + " receiver can change in between; another rotation ends the oldest at once.")
    public RestResponse<NewWebhook> rotate(
            @RestPath @Parameter(example = WebhookExamples.ID) String id) {
        return RestResponse.ok(editing.rotate(existing(id)));
    }

    static Webhook existing(String id) {
        UUID known = Ids.path(id, "The webhook");
        return Webhook.<Webhook>findByIdOptional(known)
                .orElseThrow(() -> Problem.notFound("The webhook"));
    }
}
