package dev.vestnik.news;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.AUTHOR;
import static dev.vestnik.access.Roles.EDITOR;

import dev.vestnik.edge.Idempotent;
import dev.vestnik.edge.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What is done to an item beyond writing it. `If-Match` is heeded where it is sent.
@Path("/api/v1/news/{id}")
@Tag(name = "News")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class PublishingResource {

    private final NewsDesk desk;
    private final NewsViews views;
    private final NewsEditing editing;
    private final NewsSaving saving;
    private final Publishing publishing;
    private final Revisions revisions;

    PublishingResource(
            NewsDesk desk,
            NewsViews views,
            NewsEditing editing,
            NewsSaving saving,
            Publishing publishing,
            Revisions revisions) {
        this.desk = desk;
        this.views = views;
        this.editing = editing;
        this.saving = saving;
        this.publishing = publishing;
        this.revisions = revisions;
    }

    @POST
    @Path("/submit")
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Hand a draft to the editors",
            description = "An author cannot change it from then on, until an editor restores it.")
    public NewsView submit(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return done(id, ifMatch, publishing::submit);
    }

    @POST
    @Path("/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Publish",
            description =
                    "Shows the working copy to the public: now, or at a time to come as it is then. The first"
                            + " publication dates the item; a past time backdates it.")
    public NewsView publish(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PublishInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = NewsExamples.PUBLISH)))
                    @Valid
                    @Nullable PublishInput input) {
        return done(
                id,
                ifMatch,
                item -> publishing.publish(item, input == null ? null : input.at(), desk.editor()));
    }

    @POST
    @Path("/unpublish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Take back from the public",
            description =
                    "Now, or at a time to come. It is a draft again, its address answers 410, and nothing"
                            + " planned is left.")
    public NewsView unpublish(
            @RestPath @Parameter(example = NewsExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = UnpublishInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = NewsExamples.UNPUBLISH)))
                    @Valid
                    @Nullable UnpublishInput input) {
        return done(
                id,
                ifMatch,
                item ->
                        publishing.unpublish(
                                item, input == null ? null : input.at(), desk.editor()));
    }

    @POST
    @Path("/archive")
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Archive",
            description =
                    "Takes it from the public for good: its address answers 410. It can be restored to a draft.")
    public NewsView archive(
            @RestPath @Parameter(example = NewsExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return done(id, ifMatch, publishing::archive);
    }

    @POST
    @Path("/restore")
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Make a draft again",
            description =
                    "Of what is in the trash, archived or handed in. Nothing becomes public by it.")
    public NewsView restore(
            @RestPath @Parameter(example = NewsExamples.TRASHED_ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return done(id, ifMatch, publishing::restore);
    }

    @POST
    @Path("/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Note a correction",
            description =
                    "Adds to the item's public log of corrections; shown once the item is published again.")
    public NewsView correct(
            @RestPath @Parameter(example = NewsExamples.ID) String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(implementation = CorrectionInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = NewsExamples.CORRECTION)))
                    @NotNull
                    @Valid
                    CorrectionInput input) {
        return done(id, ifMatch, item -> publishing.correct(item, input.text()));
    }

    @POST
    @Path("/translations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Start a translation",
            description =
                    "A draft in another locale, in the same group; the one never changes the other.")
    @APIResponseSchema(value = NewsView.class, responseCode = "201")
    public RestResponse<NewsView> translate(
            @RestPath @Parameter(example = NewsExamples.UNTRANSLATED_ID) String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    TranslationInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = NewsExamples.TRANSLATION)))
                    @NotNull
                    @Valid
                    TranslationInput input) {
        NewsItem original = desk.item(Ids.path(id, "The news item"));
        NewsEditing.Saved saved = editing.translate(original, input, desk.author());
        URI location = URI.create("/api/v1/news/" + saved.item().id);
        return RestResponse.ResponseBuilder.<NewsView>created(location)
                .entity(saving.saved(saved, false))
                .build();
    }

    private NewsView done(String id, @Nullable String ifMatch, Consumer<NewsItem> verb) {
        NewsItem item = desk.editable(Ids.path(id, "The news item"));
        if (ifMatch != null) {
            revisions.requireMatch(ifMatch, item);
        }
        verb.accept(item);
        return views.draft(item, null);
    }
}
