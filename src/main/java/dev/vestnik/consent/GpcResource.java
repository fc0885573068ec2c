package dev.vestnik.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/.well-known/gpc.json")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
class GpcResource {

    private final ConsentSettings settings;

    GpcResource(ConsentSettings settings) {
        this.settings = settings;
    }

    /// Whether Global Privacy Control is heeded here.
    @Schema(name = "GpcSupport")
    record GpcSupport(
            boolean gpc,
            @Schema(description = "Since when that has been so.") LocalDate lastUpdate) {}

    @GET
    @PermitAll
    @Operation(
            summary = "Read whether Global Privacy Control is heeded",
            description =
                    "The GPC support resource: Sec-GPC: 1 is stored with an answer, and denies unless the"
                            + " person then chooses explicitly.")
    public GpcSupport read() {
        return new GpcSupport(true, settings.gpcSince());
    }
}
