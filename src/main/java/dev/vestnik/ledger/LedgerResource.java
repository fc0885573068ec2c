package dev.vestnik.ledger;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import dev.vestnik.edge.Cursors;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/consent/ledger")
@Tag(name = "Ledger")
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {

    private final Verification verification;
    private final SigningKeys keys;
    private final Cursors cursors;

    LedgerResource(Verification verification, SigningKeys keys, Cursors cursors) {
        this.verification = verification;
        this.keys = keys;
        this.cursors = cursors;
    }

    @GET
    @Path("/checkpoints")
    @RolesAllowed({PRIVACY, ADMIN})
    @Transactional
    @Operation(
            summary = "List the checkpoints",
            description =
                    "The newest first. Keep copies elsewhere: whoever has one can see later that nothing"
                            + " before it was changed.")
    public CheckpointPage list(@BeanParam @Valid CheckpointListing wanted) {
        return wanted.page(cursors);
    }

    @GET
    @Path("/checkpoints/{number}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Transactional
    @Operation(summary = "Read a checkpoint")
    public CheckpointView read(
            @RestPath @Parameter(example = LedgerExamples.CHECKPOINT) String number,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return Optional.of(number)
                .filter(digits -> digits.matches("[1-9]\\d{0,17}"))
                .flatMap(digits -> Checkpoint.of(Long.parseLong(digits)))
                .map(CheckpointView::of)
                .orElseThrow(() -> Problem.notFound("The checkpoint"));
    }

    @POST
    @Path("/verify")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Verify everything",
            description =
                    "Reads all events, decisions, notice texts, leaves, checkpoints and signatures, and"
                            + " stops at the first that is not what was written. While one verification runs"
                            + " no other is begun.")
    @APIResponseSchema(value = VerificationView.class, responseCode = "202")
    public RestResponse<VerificationView> verify() {
        verification.begin();
        return RestResponse.status(RestResponse.Status.ACCEPTED, verification.progress());
    }

    @GET
    @Path("/verify")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(summary = "See how far the verification is, and what it found")
    public VerificationView progress() {
        return verification.progress();
    }

    @POST
    @Path("/keys")
    @RolesAllowed(ADMIN)
    @Transactional
    @Operation(
            summary = "Begin to sign with a new key",
            description = "What the old ones have signed can be verified for ever.")
    @APIResponseSchema(value = SigningKeyView.class, responseCode = "201")
    public RestResponse<SigningKeyView> rotate() {
        return RestResponse.status(RestResponse.Status.CREATED, SigningKeyView.of(keys.rotated()));
    }
}
