package dev.vestnik.tag;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.EDITOR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.Moved;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.site.Locales;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.PermitAll;
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
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/tags")
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class TagResource {

    private final TagEditing editing;
    private final TagRemoval removal;
    private final TagUse use;
    private final ChangeLog changes;
    private final Cursors cursors;
    private final Locales locales;
    private final MergePatch patches;
    private final InstantSource time;

    TagResource(
            TagEditing editing,
            TagRemoval removal,
            TagUse use,
            ChangeLog changes,
            Cursors cursors,
            Locales locales,
            MergePatch patches,
            InstantSource time) {
        this.editing = editing;
        this.removal = removal;
        this.use = use;
        this.changes = changes;
        this.cursors = cursors;
        this.locales = locales;
        this.patches = patches;
        this.time = time;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List tags",
            description = "Names are sorted as the language wants: ё beside е, қ after к.")
    public TagPage list(@BeanParam @Valid TagListing wanted) {
        return wanted.page(use, locales, cursors);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "Read a tag", description = "An old slug answers 301 to the present one.")
    @APIResponseSchema(TagView.class)
    @APIResponse(
            responseCode = "301",
            description = "The tag has another slug now; Location has it.")
    public RestResponse<TagView> read(
            @RestPath("id") @Parameter(description = "Its id or slug.", example = "saygak")
                    String idOrSlug,
            @RestQuery @Parameter(description = "Counts items in this locale only.")
                    @Nullable String locale,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields,
            UriInfo uri) {
        String known = locales.parameter(locale);
        if (Ids.isId(idOrSlug)) {
            return RestResponse.ok(view(existing(idOrSlug), known));
        }
        Tag tag = Tag.bySlug(idOrSlug).orElseThrow(() -> Problem.notFound("The tag"));
        return tag.slug.equals(idOrSlug)
                ? RestResponse.ok(view(tag, known))
                : Moved.to(uri, tag.slug);
    }

    @POST
    @Idempotent
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(summary = "Create a tag")
    @APIResponseSchema(value = TagView.class, responseCode = "201")
    public RestResponse<TagView> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TagInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = TagExamples.TAG)))
                    @NotNull
                    @Valid
                    TagInput input,
            UriInfo uri) {
        Tag tag = editing.create(Ids.next(), input);
        changes.append(ChangeKind.TAG, tag.id, null, "created");
        URI location = uri.getAbsolutePathBuilder().path(tag.id.toString()).build();
        return RestResponse.ResponseBuilder.<TagView>created(location)
                .entity(TagView.of(tag, 0))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Replace a tag",
            description = "A slug that is left out stays; one that changes goes on leading here.")
    public TagView replace(
            @RestPath @Parameter(example = TagExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TagInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = TagExamples.REPLACEMENT)))
                    @NotNull
                    @Valid
                    TagInput input) {
        Tag tag = existing(id);
        Etags.requireMatch(ifMatch, tag.version);
        return saved(tag, input);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Change part of a tag",
            description = "JSON Merge Patch (RFC 7396): null removes.")
    public TagView change(
            @RestPath @Parameter(example = TagExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = TagInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = TagExamples.PATCH)))
                    ObjectNode patch) {
        Tag tag = existing(id);
        Etags.requireMatch(ifMatch, tag.version);
        return saved(tag, patches.apply(TagInput.of(tag), patch, TagInput.class));
    }

    @DELETE
    @Path("/{id}")
    @TransactionConfiguration(timeout = RetaggingResource.FOR_ITEMS)
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Delete a tag",
            description =
                    "409 while items carry it, drafts among them; force=true takes it from them. From more than"
                            + " 500 it is taken after the answer, some hundred at a time; it is there until the"
                            + " last one has lost it, whatever becomes of the program meanwhile.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(
            responseCode = "202",
            description = RetaggingResource.ON_THEIR_WAY,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RetaggingView.class)))
    public RestResponse<?> delete(
            @RestPath @Parameter(example = TagExamples.UNUSED_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestQuery boolean force,
            UriInfo uri) {
        Tag tag = existing(id);
        Etags.requireMatch(ifMatch, tag.version);
        if (!force) {
            requireUnused(tag);
        }
        return removal.remove(tag, null)
                .<RestResponse<?>>map(begun ->
                        RetaggingResource.accepted(
                                begun, time.instant(), uri.getAbsolutePathBuilder()))
                .orElseGet(RestResponse::noContent);
    }

    private void requireUnused(Tag tag) {
        long carriers = use.all(tag.id);
        if (carriers > 0) {
            throw Problem.of(
                            ProblemType.TAG_IN_USE,
                            carriers + " items carry it; force=true takes it from them.")
                    .telling("items", carriers);
        }
    }

    private TagView saved(Tag tag, TagInput input) {
        editing.apply(input, tag, editing.renamed(tag, input.slug()));
        changes.append(ChangeKind.TAG, tag.id, null, "updated");
        return view(tag, null);
    }

    private TagView view(Tag tag, @Nullable String locale) {
        return TagView.of(tag, use.published(tag.id, locale));
    }

    /// The tag with an id.
    ///
    /// @throws Problem 404 where there is none
    static Tag existing(String id) {
        UUID known = Ids.path(id, "The tag");
        return Tag.<Tag>findByIdOptional(known).orElseThrow(() -> Problem.notFound("The tag"));
    }
}
