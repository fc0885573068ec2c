package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.site.Locales;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.HashSet;
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

@Path("/api/v1/consent/notices/{key}/versions")
@Tag(name = "Consent notices")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class NoticeVersionResource {

    private final Publishing publishing;
    private final MergePatch patches;
    private final Locales locales;
    private final InstantSource time;

    NoticeVersionResource(
            Publishing publishing, MergePatch patches, Locales locales, InstantSource time) {
        this.publishing = publishing;
        this.patches = patches;
        this.locales = locales;
        this.time = time;
    }

    @POST
    @Idempotent
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Draft a version of a notice",
            description = "Numbered by itself; in force once it is published.")
    @APIResponseSchema(value = VersionView.class, responseCode = "201")
    public RestResponse<VersionView> create(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = VersionInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.VERSION)))
                    @NotNull
                    @Valid
                    VersionInput input,
            UriInfo uri) {
        Notice notice = locked(key);
        requireRules(input);
        NoticeVersion version = new NoticeVersion();
        version.id = Ids.next();
        version.noticeId = notice.id;
        version.number = ++notice.lastNumber;
        version.status = VersionStatus.DRAFT;
        version.draft = input;
        version.createdAt = time.instant();
        version.updatedAt = version.createdAt;
        notice.updatedAt = version.createdAt;
        version.persistAndFlush();
        return RestResponse.ResponseBuilder.<VersionView>created(
                        uri.getAbsolutePathBuilder().path(String.valueOf(version.number)).build())
                .entity(VersionView.of(notice, version))
                .build();
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(summary = "Read a version of a notice")
    public VersionView read(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestPath @Parameter(example = "1") String number,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        Notice notice = Notice.byKey(key).orElseThrow(() -> Problem.notFound("The notice"));
        return VersionView.of(notice, existing(notice, number));
    }

    @PUT
    @Path("/{number}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Replace a draft",
            description = "409 once it is published: what was shown never changes.")
    public VersionView replace(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestPath @Parameter(example = ConsentExamples.DRAFT_NUMBER) String number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = VersionInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.VERSION)))
                    @NotNull
                    @Valid
                    VersionInput input) {
        Notice notice = locked(key);
        NoticeVersion version = draft(notice, number);
        Etags.requireMatch(ifMatch, version.version);
        return saved(notice, version, input);
    }

    @PATCH
    @Path("/{number}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Change part of a draft",
            description = "JSON Merge Patch (RFC 7396): null removes.")
    public VersionView change(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestPath @Parameter(example = ConsentExamples.DRAFT_NUMBER) String number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = VersionInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.VERSION_PATCH)))
                    ObjectNode patch) {
        Notice notice = locked(key);
        NoticeVersion version = draft(notice, number);
        Etags.requireMatch(ifMatch, version.version);
        VersionInput present = java.util.Objects.requireNonNull(version.draft);
        return saved(notice, version, patches.apply(present, patch, VersionInput.class));
    }

    @DELETE
    @Path("/{number}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Delete a draft",
            description = "Its number is not used again. 409 once it is published.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public RestResponse<Void> delete(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestPath @Parameter(example = ConsentExamples.DRAFT_NUMBER) String number,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Notice notice = locked(key);
        NoticeVersion version = draft(notice, number);
        Etags.requireMatch(ifMatch, version.version);
        version.delete();
        return RestResponse.noContent();
    }

    @POST
    @Path("/{number}/publish")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Publish a version",
            description =
                    "It is in force from now on, the one before it retired; purposes and vendors are frozen"
                            + " into it. 422 where a required locale is missing, and for an OPT_IN version"
                            + " without an equal reject and a withdraw label.")
    public VersionView publish(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestPath @Parameter(example = ConsentExamples.DRAFT_NUMBER) String number) {
        Notice notice = locked(key);
        NoticeVersion version = existing(notice, number);
        publishing.publish(notice, version);
        return VersionView.of(notice, version);
    }

    @POST
    @Path("/{number}/retire")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Retire the version in force",
            description = "Nothing is asked until another one is published.")
    public VersionView retire(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestPath @Parameter(example = "1") String number) {
        Notice notice = locked(key);
        NoticeVersion version = existing(notice, number);
        publishing.retire(notice, version);
        NoticeVersion.flush();
        return VersionView.of(notice, version);
    }

    private VersionView saved(Notice notice, NoticeVersion version, VersionInput input) {
        requireRules(input);
        version.draft = input;
        version.updatedAt = time.instant();
        NoticeVersion.flush();
        return VersionView.of(notice, version);
    }

    private void requireRules(VersionInput input) {
        locales.require("/texts", input.texts().keySet());
        Validity.of(input.validity());
        if (new HashSet<>(input.purposes()).size() < input.purposes().size()) {
            throw Problem.invalid("/purposes", "REPEATED", "must have each purpose once");
        }
        for (int i = 0; i < input.purposes().size(); i++) {
            if (Purpose.byCode(input.purposes().get(i)).isEmpty()) {
                throw Problem.invalid("/purposes/" + i, "UNKNOWN_PURPOSE", "is no purpose");
            }
        }
    }

    private static Notice locked(String key) {
        return Notice.locked(key).orElseThrow(() -> Problem.notFound("The notice"));
    }

    private static NoticeVersion existing(Notice notice, String number) {
        return (number.matches("[1-9]\\d{0,8}")
                        ? NoticeVersion.of(notice.id, Integer.parseInt(number))
                        : java.util.Optional.<NoticeVersion>empty())
                .orElseThrow(() -> Problem.notFound("The version"));
    }

    private static NoticeVersion draft(Notice notice, String number) {
        NoticeVersion version = existing(notice, number);
        if (version.status != VersionStatus.DRAFT) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "Version "
                            + version.number
                            + " is "
                            + version.status
                            + ": what was shown never changes, and is never deleted.");
        }
        return version;
    }
}
