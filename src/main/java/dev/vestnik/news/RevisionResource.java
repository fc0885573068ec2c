package dev.vestnik.news;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.AUTHOR;
import static dev.vestnik.access.Roles.EDITOR;

import dev.vestnik.edge.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/news/{id}/revisions")
@Tag(name = "Revisions")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class RevisionResource {

    private final NewsDesk desk;
    private final NewsEditing editing;
    private final NewsSaving saving;
    private final Revisions revisions;

    RevisionResource(NewsDesk desk, NewsEditing editing, NewsSaving saving, Revisions revisions) {
        this.desk = desk;
        this.editing = editing;
        this.saving = saving;
        this.revisions = revisions;
    }

    @GET
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(summary = "List an item's saves", description = "The newest first.")
    public RevisionPage list(
            @RestPath @Parameter(example = NewsExamples.ID) String id,
            @BeanParam @Valid RevisionListing wanted) {
        return revisions.page(desk.item(Ids.path(id, "The news item")), wanted);
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(summary = "Read a save")
    public RevisionView read(
            @RestPath @Parameter(example = NewsExamples.ID) String id,
            @RestPath @Parameter(example = "1") String number) {
        NewsItem item = desk.item(Ids.path(id, "The news item"));
        return RevisionView.of(revisions.existing(item.id, number));
    }

    @GET
    @Path("/{number}/diff")
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Tell what a save changed",
            description = "Against another one; against the one before it where none is named.")
    public RevisionDiff diff(
            @RestPath @Parameter(example = NewsExamples.ID) String id,
            @RestPath @Parameter(example = "1") String number,
            @RestQuery @Parameter(description = "The number of the other one.", example = "1")
                    @Nullable String against) {
        NewsItem item = desk.item(Ids.path(id, "The news item"));
        NewsRevision to = revisions.existing(item.id, number);
        NewsRevision from =
                revisions.existing(
                        item.id, against != null ? against : String.valueOf(to.number - 1));
        return new RevisionDiff(
                to.number, from.number, ContentChange.between(from.content, to.content));
    }

    @POST
    @Path("/{number}/restore")
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Go back to a save",
            description = "Makes a new one with its content; nothing is lost.")
    public NewsView restore(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @RestPath @Parameter(example = "1") String number,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        NewsItem item = desk.editable(Ids.path(id, "The news item"));
        if (ifMatch != null) {
            revisions.requireMatch(ifMatch, item);
        }
        NewsRevision revision = revisions.existing(item.id, number);
        return saving.saved(editing.change(revision.content, item), false);
    }
}
