package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.edge.Window;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
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

@Path("/api/v1/consent/purposes")
@Tag(name = "Consent notices")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class PurposeResource {

    private final Cursors cursors;
    private final MergePatch patches;
    private final Site site;
    private final Locales locales;
    private final InstantSource time;

    PurposeResource(
            Cursors cursors, MergePatch patches, Site site, Locales locales, InstantSource time) {
        this.cursors = cursors;
        this.patches = patches;
        this.site = site;
        this.locales = locales;
        this.time = time;
    }

    @GET
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(summary = "List purposes", description = "By their codes.")
    public PurposePage list(@BeanParam @Valid KeyListing wanted) {
        Window<Purpose> window = wanted.purposes(cursors);
        return new PurposePage(window.rows().stream().map(PurposeView::of).toList(), window.page());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(summary = "Read a purpose")
    public PurposeView read(
            @RestPath @Parameter(example = ConsentExamples.PURPOSE_CODE) String code,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return PurposeView.of(existing(code));
    }

    @POST
    @Idempotent
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Create a purpose",
            description = "Its code stands in decisions, and never changes.")
    @APIResponseSchema(value = PurposeView.class, responseCode = "201")
    public RestResponse<PurposeView> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PurposeInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.PURPOSE)))
                    @NotNull
                    @Valid
                    PurposeInput input,
            UriInfo uri) {
        if (Purpose.byCode(input.code()).isPresent()) {
            throw Problem.of(
                    ProblemType.NAME_TAKEN, "There is a purpose " + input.code() + " already.");
        }
        Purpose purpose = new Purpose();
        purpose.id = Ids.next();
        purpose.code = input.code();
        purpose.createdAt = time.instant();
        apply(input, purpose);
        purpose.persistAndFlush();
        return RestResponse.ResponseBuilder.<PurposeView>created(
                        uri.getAbsolutePathBuilder().path(purpose.code).build())
                .entity(PurposeView.of(purpose))
                .build();
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(summary = "Replace a purpose", description = "Published versions keep it as it was.")
    public PurposeView replace(
            @RestPath @Parameter(example = ConsentExamples.PURPOSE_CODE) String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PurposeInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value =
                                                                    ConsentExamples
                                                                            .PURPOSE_REPLACEMENT)))
                    @NotNull
                    @Valid
                    PurposeInput input) {
        Purpose purpose = existing(code);
        Etags.requireMatch(ifMatch, purpose.version);
        return saved(purpose, input);
    }

    @PATCH
    @Path("/{code}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Change part of a purpose",
            description = "JSON Merge Patch (RFC 7396): null removes.")
    public PurposeView change(
            @RestPath @Parameter(example = ConsentExamples.PURPOSE_CODE) String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = PurposeInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.PURPOSE_PATCH)))
                    ObjectNode patch) {
        Purpose purpose = existing(code);
        Etags.requireMatch(ifMatch, purpose.version);
        return saved(purpose, patches.apply(PurposeInput.of(purpose), patch, PurposeInput.class));
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Delete a purpose",
            description =
                    "Published versions keep it; drafts that name it can no longer be published.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public RestResponse<Void> delete(
            @RestPath @Parameter(example = ConsentExamples.PURPOSE_CODE) String code,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Purpose purpose = existing(code);
        Etags.requireMatch(ifMatch, purpose.version);
        purpose.delete();
        return RestResponse.noContent();
    }

    private PurposeView saved(Purpose purpose, PurposeInput input) {
        if (!input.code().equals(purpose.code)) {
            throw Problem.invalid("/code", "FIXED", "never changes");
        }
        apply(input, purpose);
        Purpose.flush();
        return PurposeView.of(purpose);
    }

    private void apply(PurposeInput input, Purpose purpose) {
        if (!input.names().containsKey(site.defaultLocale())) {
            throw Problem.invalid(
                    "/names",
                    "DEFAULT_LOCALE_MISSING",
                    "must have a name in " + site.defaultLocale());
        }
        Map<String, String> descriptions =
                input.descriptions() == null ? Map.of() : input.descriptions();
        locales.require("/names", input.names().keySet());
        locales.require("/descriptions", descriptions.keySet());
        purpose.necessary = input.necessary();
        purpose.names = new LinkedHashMap<>(input.names());
        purpose.descriptions = new LinkedHashMap<>(descriptions);
        purpose.legalBasis = input.legalBasis();
        purpose.retention = input.retention();
        purpose.vendors = input.givenVendors();
        purpose.signals =
                new ArrayList<>(
                        input.signals() == null
                                ? ConsentSignal.byCode(purpose.code)
                                : input.signals());
        purpose.data = input.givenData();
        purpose.updatedAt = time.instant();
    }

    private static Purpose existing(String code) {
        return Purpose.byCode(code).orElseThrow(() -> Problem.notFound("The purpose"));
    }
}
