package dev.vestnik.sync;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/sync")
@Tag(name = "Sync")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class SyncResource {

    private final SyncDesk desk;

    SyncResource(SyncDesk desk) {
        this.desk = desk;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Keep a copy of the news in step",
            description =
                    "Without a token: all that is published, the newest first, by nextToken from answer"
                            + " to answer, until one has a syncToken. With that: each item that"
                            + " changed since, once, as it is now, or `{\"id\", \"deleted\": true}` for"
                            + " what is no longer public or what the filters no longer let through"
                            + " (take no notice where you never had it). What changes during the walk"
                            + " through everything comes again after it. A token that cannot be gone on"
                            + " from is 410 RESYNC_REQUIRED: begin anew.")
    public SyncPage changes(@BeanParam @Valid SyncListing wanted) {
        return desk.answer(wanted);
    }
}
