package dev.vestnik.consent;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Receipts that a person can keep, and show to others.
@Path("/api/v1/consents/{id}/receipt")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ReceiptResource {

    private final ConsentAccess access;
    private final ConsentViews views;
    private final Receipts receipts;

    ReceiptResource(ConsentAccess access, ConsentViews views, Receipts receipts) {
        this.access = access;
        this.views = views;
        this.receipts = receipts;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read the receipt of a consent",
            description =
                    "Kantara's Consent Receipt 1.1, which tells what is granted; 409 where nothing is.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ConsentReceipt.class)))
    public RestResponse<ConsentReceipt> read(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token) {
        ConsentRecord kept = access.read(id, token, "ReceiptResource_read");
        if (kept.state == ConsentState.ERASED) {
            throw Problem.of(ProblemType.GONE, "It was erased.");
        }
        return views.kept(receipts.of(kept));
    }
}
