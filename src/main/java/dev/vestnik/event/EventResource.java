package dev.vestnik.event;

import dev.vestnik.edge.Problem;
import dev.vestnik.site.Locales;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/events")
@Tag(name = "Events")
class EventResource {

    private static final String NUMBER = "0|[1-9]\\d{0,17}";

    private final EventDoor door;
    private final Locales locales;

    EventResource(EventDoor door, Locales locales) {
        this.door = door;
        this.locales = locales;
    }

    /// Never completes: the answer is written by hand from here on.
    @GET
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Hear what happens, live",
            description =
                    "Server-sent events, each with the number of its change as its id, its type as its name,"
                            + " and JSON as its data. Without an id it tells what happens from"
                            + " now on; with the id of the last one that was had, everything since, each"
                            + " once. An event `resync` says that this cannot be told any more: read anew what"
                            + " you show, the events after it follow. Every 15 s a comment shows that the"
                            + " connection is alive. Who does not read is cut off, and can come back."
                            + " What is read from this node shows what the event tells of; other nodes may"
                            + " need up to a second.")
    @APIResponse(
            responseCode = "200",
            description = "A stream without end; each event's data is as here.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = PublicEvent.class)))
    public CompletionStage<Void> listen(
            @BeanParam @Valid EventListing wanted, @Context RoutingContext call) {
        EventFilter filter = EventFilter.of(wanted, locales);
        door.open(call, filter, lastEventId(wanted));
        return new CompletableFuture<>();
    }

    private static @Nullable Long lastEventId(EventListing wanted) {
        String header = wanted.lastEventIdHeader;
        String id = header == null || header.isEmpty() ? wanted.lastEventId : header;
        if (id == null) {
            return null;
        }
        if (!id.matches(NUMBER)) {
            throw Problem.parameter(
                    header == null || header.isEmpty() ? "lastEventId" : "Last-Event-ID",
                    "INVALID_ID",
                    "must be the id of an event, which is a number");
        }
        return Long.parseLong(id);
    }
}
