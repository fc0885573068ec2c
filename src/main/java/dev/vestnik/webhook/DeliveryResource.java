package dev.vestnik.webhook;

import static dev.vestnik.access.Roles.ADMIN;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/webhooks/{id}")
@Tag(name = "Webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class DeliveryResource {

    private final Following following;
    private final Cursors cursors;
    private final InstantSource time;

    DeliveryResource(Following following, Cursors cursors, InstantSource time) {
        this.following = following;
        this.cursors = cursors;
        this.time = time;
    }

    @GET
    @Path("/deliveries")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "List what was and will be sent to a webhook",
            description =
                    "The newest first. What was delivered or given up is kept for some time (30 days, unless"
                            + " configured otherwise).")
    public DeliveryPage list(
            @RestPath @Parameter(example = WebhookExamples.ID) String id,
            @BeanParam @Valid DeliveryListing wanted) {
        return wanted.page(WebhookResource.existing(id).id, cursors);
    }

    @GET
    @Path("/deliveries/{delivery}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Read a delivery")
    public DeliveryView read(
            @RestPath @Parameter(example = WebhookExamples.ID) String id,
            @RestPath @Parameter(example = WebhookExamples.DELIVERY_ID) String delivery,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return DeliveryView.of(existing(id, delivery));
    }

    @POST
    @Path("/deliveries/{delivery}/redelivery")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Send a delivery again",
            description =
                    "At once, under the same id, whatever came of it before; repeatable. Where the webhook is"
                            + " disabled it waits. It comes after newer events of the same item that have arrived:"
                            + " seq tells.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public RestResponse<DeliveryView> redeliver(
            @RestPath @Parameter(example = WebhookExamples.ID) String id,
            @RestPath @Parameter(example = WebhookExamples.DELIVERY_ID) String delivery) {
        Delivery again = existing(id, delivery);
        again.renew(time.instant());
        return RestResponse.accepted(DeliveryView.of(again));
    }

    @POST
    @Path("/test")
    @Idempotent
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Send a test event",
            description =
                    "webhook.test, as any other event but once, and to a disabled webhook too. The delivery tells"
                            + " what came of it.")
    @APIResponseSchema(value = DeliveryView.class, responseCode = "202")
    public RestResponse<DeliveryView> test(
            @RestPath @Parameter(example = WebhookExamples.ID) String id) {
        return RestResponse.accepted(DeliveryView.of(following.test(WebhookResource.existing(id))));
    }

    private static Delivery existing(String id, String delivery) {
        UUID webhook = WebhookResource.existing(id).id;
        UUID known = Ids.path(delivery, "The delivery");
        return Delivery.<Delivery>find("id = ?1 and webhookId = ?2", known, webhook)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("The delivery"));
    }
}
