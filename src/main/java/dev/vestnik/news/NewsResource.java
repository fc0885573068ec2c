package dev.vestnik.news;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.AUTHOR;
import static dev.vestnik.access.Roles.EDITOR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.MergePatch;
import dev.vestnik.edge.Moved;
import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Problem;
import dev.vestnik.site.Locales;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

@Path("/api/v1/news")
@Tag(name = "News")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class NewsResource {

    private static final String DRY_RUN =
            "Checks, answers what would be stored, and stores nothing.";

    private final NewsDesk desk;
    private final NewsPages pages;
    private final NewsViews views;
    private final NewsEditing editing;
    private final Publishing publishing;
    private final NewsSaving saving;
    private final Revisions revisions;
    private final Locales locales;
    private final MergePatch patches;

    NewsResource(
            NewsDesk desk,
            NewsPages pages,
            NewsViews views,
            NewsEditing editing,
            Publishing publishing,
            NewsSaving saving,
            Revisions revisions,
            Locales locales,
            MergePatch patches) {
        this.desk = desk;
        this.pages = pages;
        this.views = views;
        this.editing = editing;
        this.publishing = publishing;
        this.saving = saving;
        this.revisions = revisions;
        this.locales = locales;
        this.patches = patches;
    }

    @GET
    @PermitAll
    @Transactional(TxType.SUPPORTS)
    @Operation(
            summary = "List news",
            description =
                    "What is published, the newest first. With status or trashed: the newsroom's working copies.")
    public NewsPage list(@BeanParam @Valid NewsListing wanted) {
        return pages.news(wanted);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Transactional(TxType.SUPPORTS)
    @Produces({MediaType.APPLICATION_JSON, NewsFormat.LD_JSON, NewsFormat.NINJS})
    @Operation(
            summary = "Read a news item",
            description =
                    "By id, or by slug in a locale. An old slug answers 301 to the present one; what was"
                            + " withdrawn answers 410. Accept asks for schema.org's NewsArticle or"
                            + " IPTC's ninjs 3.1 instead.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NewsView.class)),
                @Content(
                        mediaType = NewsFormat.LD_JSON,
                        schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = NewsFormat.NINJS, schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(
            responseCode = "301",
            description = "The item has another slug now; Location has it.")
    public RestResponse<NewsView> read(
            @RestPath("id") @Parameter(description = "Its id or slug.", example = NewsExamples.ID)
                    String idOrSlug,
            @RestQuery
                    @Parameter(
                            description = "Of the slug; the default locale where it is not given.",
                            example = "ru")
                    @Nullable String locale,
            @RestQuery
                    @Parameter(
                            description =
                                    "A tag's slug: previous and next are looked for among its items.")
                    @Nullable String tag,
            @RestQuery
                    @Parameter(
                            description =
                                    "More parts, of related, translations; separated by commas.")
                    @Nullable String include,
            @RestQuery
                    @Parameter(
                            description = "draft: for the newsroom, the working copy.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"draft", "public"}))
                    @Nullable String state,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields,
            UriInfo uri) {
        String known = locales.parameterOrDefault(locale);
        Set<Part> parts =
                include == null
                        ? EnumSet.noneOf(Part.class)
                        : Parameters.constants("include", include, Part.class);
        if (state != null && !state.equals("draft") && !state.equals("public")) {
            throw Problem.parameter("state", "UNKNOWN_VALUE", "must be one of draft, public");
        }
        if ("draft".equals(state)) {
            return RestResponse.ok(
                    views.draft(desk.item(Ids.path(idOrSlug, "The news item")), null));
        }
        if (Ids.isId(idOrSlug)) {
            return RestResponse.ok(
                    views.single(desk.published(Ids.path(idOrSlug, "The news item")), parts, tag));
        }
        NewsRow item = desk.published(known, idOrSlug);
        return item.slug().equals(idOrSlug)
                ? RestResponse.ok(views.single(item, parts, tag))
                : Moved.to(uri, item.slug());
    }

    @POST
    @Idempotent
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Create a draft",
            description = "Nothing is public before it is published.")
    @APIResponseSchema(value = NewsView.class, responseCode = "201")
    public RestResponse<NewsView> create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewsInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = NewsExamples.DRAFT)))
                    @NotNull
                    @Valid
                    NewsInput input,
            @RestQuery @Parameter(description = DRY_RUN) boolean dryRun,
            UriInfo uri) {
        NewsEditing.Saved saved = editing.create(input, desk.author());
        NewsView view = saving.saved(saved, dryRun);
        if (dryRun) {
            return RestResponse.ok(view);
        }
        URI location = uri.getAbsolutePathBuilder().path(saved.item().id.toString()).build();
        return RestResponse.ResponseBuilder.<NewsView>created(location).entity(view).build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Replace a draft",
            description =
                    "Of a published item this changes the working copy alone; the public sees it once it is"
                            + " published again.")
    public NewsView replace(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = NewsInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = NewsExamples.REPLACEMENT)))
                    @NotNull
                    @Valid
                    NewsInput input,
            @RestQuery @Parameter(description = DRY_RUN) boolean dryRun) {
        NewsItem item = editable(id, ifMatch);
        return saving.saved(editing.change(input, item), dryRun);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Change part of a draft",
            description = "JSON Merge Patch (RFC 7396): null removes.")
    public NewsView change(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = NewsInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = NewsExamples.PATCH)))
                    ObjectNode patch,
            @RestQuery @Parameter(description = DRY_RUN) boolean dryRun) {
        NewsItem item = editable(id, ifMatch);
        NewsInput input = patches.apply(NewsInput.of(item), patch, NewsInput.class);
        return saving.saved(editing.change(input, item), dryRun);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Put into the trash",
            description =
                    "It is out of the public's sight at once, can be restored for 30 days, and is gone after that;"
                            + " purge=true, for administrators, does away with what is in the trash now.")
    @APIResponse(responseCode = "204", description = "It is in the trash.")
    public RestResponse<Void> delete(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestQuery @Parameter(description = "Do away with it for good.") boolean purge) {
        NewsItem item = editable(id, ifMatch);
        if (purge) {
            desk.requireAdministrator();
            publishing.purge(item);
        } else {
            publishing.trash(item);
        }
        return RestResponse.noContent();
    }

    private NewsItem editable(String id, @Nullable String ifMatch) {
        NewsItem item = desk.editable(Ids.path(id, "The news item"));
        revisions.requireMatch(ifMatch, item);
        return item;
    }
}
