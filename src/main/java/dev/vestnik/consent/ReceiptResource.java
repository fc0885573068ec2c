package dev.vestnik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.ledger.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Receipts that a person can keep, and show to others.
@Path("/api/v1/consents/{id}/receipt")
@Tag(name = "Consents")
@Produces({MediaType.APPLICATION_JSON, ReceiptResource.LD_JSON, ReceiptResource.JOSE})
@Transactional
class ReceiptResource {

    static final String LD_JSON = "application/ld+json";

    /// RFC 7515 section 9.2.1: a compact JWS. What is signed is no set of claims, so that it is no
    /// application/jwt.
    static final String JOSE = "application/jose";

    private static final MediaType RECEIPT = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType LINKED = MediaType.valueOf(LD_JSON);
    private static final MediaType SIGNED = MediaType.valueOf(JOSE);

    private final ConsentAccess access;
    private final Receipts receipts;
    private final LinkedRecords records;
    private final SigningKeys keys;

    ReceiptResource(
            ConsentAccess access, Receipts receipts, LinkedRecords records, SigningKeys keys) {
        this.access = access;
        this.receipts = receipts;
        this.records = records;
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read the receipt of a consent",
            description =
                    """
                    By `Accept`: Kantara's Consent Receipt 1.1 as JSON, which tells what is granted, and is 409 \
                    where nothing is; or a consent record of ISO/IEC TS 27560 as JSON-LD in the terms of the \
                    Data Privacy Vocabulary 2, which tells refusals and withdrawals too. With `signed=true` \
                    either one as a compact JWS (RFC 7515, EdDSA), which `/.well-known/jwks.json` verifies \
                    for ever; its `typ` is `consent-receipt+json` or `consent-record+ld+json`, its payload \
                    the RFC 8785 form.\
                    """)
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConsentReceipt.class)),
                @Content(mediaType = LD_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = JOSE, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<Object> read(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token,
            @RestQuery @Parameter(description = "Whether to answer with a JWS.") boolean signed,
            Request request) {
        boolean linked = isLinked(request, signed);
        ConsentRecord kept = access.read(id, token, "ReceiptResource_read");
        if (kept.state == ConsentState.ERASED) {
            throw Problem.of(ProblemType.GONE, "It was erased.");
        }
        JsonNode told = linked ? records.of(kept) : ConsentJson.tree(receipts.of(kept));
        if (signed) {
            String type = linked ? "consent-record+ld+json" : "consent-receipt+json";
            return answer(keys.sign(type, told), SIGNED);
        }
        return answer(told, linked ? LINKED : RECEIPT);
    }

    /// Whether JSON-LD is wanted. What is signed is asked for by the type that it is signed in, or
    /// as application/jose, which means the receipt.
    private static boolean isLinked(Request request, boolean signed) {
        Variant chosen =
                request.selectVariant(
                        signed
                                ? Variant.mediaTypes(RECEIPT, LINKED, SIGNED).build()
                                : Variant.mediaTypes(RECEIPT, LINKED).build());
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return chosen.getMediaType().equals(LINKED);
    }

    private static RestResponse<Object> answer(Object told, MediaType type) {
        return RestResponse.ResponseBuilder.<Object>ok(told, type)
                .header(HttpHeaders.CACHE_CONTROL, ConsentViews.PRIVATE)
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }
}
