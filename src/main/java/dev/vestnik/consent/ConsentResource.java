package dev.vestnik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.access.Caller;
import dev.vestnik.audit.Unaudited;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
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

/// What people do with their own consents.
@Path("/api/v1/consents")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ConsentResource {

    private final ConsentAccess access;
    private final Answering answering;
    private final ConsentLog log;
    private final ConsentViews views;
    private final Circumstances circumstances;
    private final SubjectTokens tokens;
    private final MergePatch patches;
    private final Caller caller;

    ConsentResource(
            ConsentAccess access,
            Answering answering,
            ConsentLog log,
            ConsentViews views,
            Circumstances circumstances,
            SubjectTokens tokens,
            MergePatch patches,
            Caller caller) {
        this.access = access;
        this.answering = answering;
        this.log = log;
        this.views = views;
        this.circumstances = circumstances;
        this.tokens = tokens;
        this.patches = patches;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @PermitAll
    @Unaudited
    @PublicWrite
    @Operation(
            summary = "Answer a notice",
            description =
                    "A refusal is a record too. The answer has, this once, the token that opens the record"
                            + " from now on, as the header Consent-Token. The privacy officer writes down what"
                            + " somebody signed on paper: notice, method PAPER, decisions and a reason.")
    @APIResponseSchema(value = ConsentView.class, responseCode = "201")
    public RestResponse<ConsentView> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ConsentInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.ON_BEHALF)))
                    @NotNull
                    @Valid
                    ConsentInput input,
            UriInfo uri) {
        Answering.Begun begun = answering.begin(input);
        return RestResponse.ResponseBuilder.<ConsentView>created(
                        uri.getAbsolutePathBuilder().path(begun.kept().id.toString()).build())
                .entity(views.of(begun.kept()).with(begun.token()))
                .header(HttpHeaders.CACHE_CONTROL, ConsentViews.PRIVATE)
                .build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @APIResponseSchema(ConsentView.class)
    @Operation(
            summary = "Read a consent",
            description =
                    "For whoever has its token, and for the privacy officer. Any other token is 404, an"
                            + " erased record 410 to whoever had its token.")
    public RestResponse<ConsentView> read(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return views.kept(views.of(access.read(id, token, "ConsentResource_read")));
    }

    @PUT
    @Path("/{id}")
    @PermitAll
    @Unaudited
    @PublicWrite
    @Operation(
            summary = "Answer anew",
            description =
                    "Denying what was granted needs no more than this; granting anything new needs a fresh"
                            + " shownToken, with which the version that was shown counts, and the time begins"
                            + " anew.")
    public ConsentView replace(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ConsentChange.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.NARROWER)))
                    @NotNull
                    @Valid
                    ConsentChange change) {
        ConsentRecord kept = access.own(id, token);
        Etags.requireMatch(ifMatch, kept.version);
        answering.change(kept, change);
        return views.of(kept);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @PermitAll
    @Unaudited
    @PublicWrite
    @Operation(
            summary = "Change some decisions",
            description =
                    "JSON Merge Patch (RFC 7396) of decisions and method (SAVE_CHOICES unless given), with the"
                            + " rules of PUT.")
    public ConsentView change(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = ConsentChange.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value =
                                                                    ConsentExamples
                                                                            .NARROWER_PATCH)))
                    ObjectNode patch) {
        ConsentRecord kept = access.own(id, token);
        Etags.requireMatch(ifMatch, kept.version);
        ConsentChange present =
                new ConsentChange(
                        null,
                        kept.decisions.isEmpty()
                                ? ConsentMethod.ACKNOWLEDGED
                                : ConsentMethod.SAVE_CHOICES,
                        kept.decisions);
        answering.change(kept, patches.apply(present, patch, ConsentChange.class));
        return views.of(kept);
    }

    @POST
    @Path("/{id}/withdrawal")
    @PermitAll
    @Unaudited
    @PublicWrite(withdraws = true)
    @Operation(
            summary = "Withdraw a consent",
            description = "In one call, without a body or If-Match; repeatable.")
    public ConsentView withdraw(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token) {
        ConsentRecord kept = access.locked(id, token, "ConsentResource_withdraw");
        ConsentAccess.requireThere(kept);
        log.withdraw(kept, circumstances.evidence());
        return views.of(kept);
    }

    @PUT
    @Path("/{id}/link")
    @Authenticated
    @Unaudited
    @PublicWrite
    @Operation(
            summary = "Bind a consent to the signed-in reader",
            description =
                    "Needs both tokens: the consent's in Consent-Token and a login's in Authorization. Once"
                            + " and for all; of the reader only a keyed hash is kept.")
    public ConsentView link(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token) {
        ConsentRecord kept = access.own(id, token);
        UUID reader = caller.userId().orElseThrow(UnauthorizedException::new);
        if (kept.readerHash == null) {
            log.link(kept, reader);
        } else if (!kept.readerHash.equals(tokens.reader(reader))) {
            throw Problem.of(ProblemType.CONFLICT, "It is bound to somebody else already.");
        }
        return views.of(kept);
    }

    @DELETE
    @Path("/{id}")
    @PermitAll
    @Unaudited
    @PublicWrite(withdraws = true)
    @Operation(
            summary = "Erase a consent",
            description =
                    "Destroys all that is personal: evidence, token and link. A tombstone is left, and the"
                            + " ledger still verifies.")
    @APIResponse(responseCode = "204", description = "Erased.")
    public RestResponse<Void> erase(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        ConsentRecord kept = access.locked(id, token, "ConsentResource_erase");
        ConsentAccess.requireThere(kept);
        Etags.requireMatch(ifMatch, kept.version);
        log.erase(kept);
        return RestResponse.noContent();
    }
}
