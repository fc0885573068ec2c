package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Dependencies;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.edge.Window;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Objects;
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

@Path("/api/v1/consent/notices")
@Tag(name = "Consent notices")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class NoticeResource {

    private final Cursors cursors;
    private final ChangeLog changes;
    private final Site site;
    private final Locales locales;
    private final Dependencies dependencies;
    private final InstantSource time;

    NoticeResource(
            Cursors cursors,
            ChangeLog changes,
            Site site,
            Locales locales,
            Dependencies dependencies,
            InstantSource time) {
        this.cursors = cursors;
        this.changes = changes;
        this.site = site;
        this.locales = locales;
        this.dependencies = dependencies;
        this.time = time;
    }

    @GET
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(summary = "List notices", description = "By their keys, with their versions.")
    public NoticeView.Listed list(@BeanParam @Valid KeyListing wanted) {
        Window<Notice> window = wanted.notices(cursors);
        return new NoticeView.Listed(
                window.rows().stream().map(NoticeView::of).toList(), window.page());
    }

    @GET
    @Path("/{key}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(summary = "Read a notice", description = "With its versions in short.")
    public NoticeView read(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        return NoticeView.of(existing(key));
    }

    @GET
    @Path("/{key}/current")
    @PermitAll
    @Operation(
            summary = "Read what a notice says now",
            description =
                    "The version in force, in one language, as a site shows it. 410 while no version is in"
                            + " force any more.")
    public CurrentNotice current(
            @RestPath @Parameter(example = ConsentExamples.NOTICE_KEY) String key,
            @RestQuery @Parameter(description = "The default locale unless given.", example = "ru")
                    @Nullable String locale,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        String shownIn = locales.parameterOrDefault(locale);
        dependencies.on("notices");
        Notice notice = Notice.byKey(key).orElseThrow(() -> Problem.notFound("The notice"));
        Edition edition = inForce(notice);
        EditionText text =
                EditionText.of(edition.versionId, shownIn)
                        .or(() -> EditionText.of(edition.versionId, site.defaultLocale()))
                        .orElseThrow(() -> Problem.notFound("The notice in this language"));
        NoticeVersion version = Objects.requireNonNull(NoticeVersion.findById(edition.versionId));
        return CurrentNotice.of(
                notice,
                edition.terms(),
                text,
                Objects.requireNonNull(version.publishedAt),
                site.defaultLocale());
    }

    @POST
    @Idempotent
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Create a notice",
            description = "It says nothing until a version of it is published.")
    @APIResponseSchema(value = NoticeView.class, responseCode = "201")
    public RestResponse<NoticeView> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NoticeInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.NOTICE)))
                    @NotNull
                    @Valid
                    NoticeInput input,
            UriInfo uri) {
        if (Notice.byKey(input.key()).isPresent()) {
            throw Problem.of(
                    ProblemType.NAME_TAKEN, "There is a notice " + input.key() + " already.");
        }
        Notice notice = new Notice();
        notice.id = Ids.next();
        notice.noticeKey = input.key();
        notice.kind = input.kind();
        notice.createdAt = time.instant();
        notice.updatedAt = notice.createdAt;
        notice.persistAndFlush();
        return RestResponse.ResponseBuilder.<NoticeView>created(
                        uri.getAbsolutePathBuilder().path(notice.noticeKey).build())
                .entity(NoticeView.of(notice))
                .build();
    }

    @DELETE
    @Path("/{key}")
    @RolesAllowed({PRIVACY, ADMIN})
    @Operation(
            summary = "Delete a notice",
            description = "With its drafts; 409 where a version of it was ever published.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public RestResponse<Void> delete(
            @RestPath @Parameter(example = ConsentExamples.UNPUBLISHED_KEY) String key,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Notice notice = Notice.locked(key).orElseThrow(() -> Problem.notFound("The notice"));
        Etags.requireMatch(ifMatch, notice.version);
        if (Edition.count("noticeKey", key) > 0) {
            throw Problem.of(
                    ProblemType.INVALID_STATE,
                    "A version of it was published, which is kept for ever.");
        }
        NoticeVersion.delete("noticeId", notice.id);
        notice.delete();
        changes.append(ChangeKind.NOTICE, notice.id, null, "deleted");
        return RestResponse.noContent();
    }

    private static Notice existing(String key) {
        return Notice.byKey(key).orElseThrow(() -> Problem.notFound("The notice"));
    }

    /// The edition of the version in force.
    ///
    /// @throws Problem 404 where there never was one, 410 where there is none any more
    static Edition inForce(Notice notice) {
        return Edition.of(notice.noticeKey, notice.currentNumber)
                .orElseThrow(() ->
                        Edition.count("noticeKey", notice.noticeKey) > 0
                                ? Problem.of(
                                        ProblemType.GONE, "No version of it is in force any more.")
                                : Problem.notFound("The notice"));
    }
}
