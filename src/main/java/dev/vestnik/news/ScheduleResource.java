package dev.vestnik.news;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.AUTHOR;
import static dev.vestnik.access.Roles.EDITOR;

import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/schedule")
@Tag(name = "Schedule")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ScheduleResource {

    private final NewsDesk desk;
    private final NewsPages pages;
    private final Schedule schedule;

    ScheduleResource(NewsDesk desk, NewsPages pages, Schedule schedule) {
        this.desk = desk;
        this.pages = pages;
        this.schedule = schedule;
    }

    @GET
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "List what is to come",
            description =
                    "Publications and withdrawals that are planned, the next first; an author's are those of"
                            + " their own items.")
    public SchedulePage list(@BeanParam @Valid ScheduleListing wanted) {
        return pages.planned(wanted);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Cancel what is planned",
            description =
                    "An item that waited for its publication is a draft again. To move it to another time,"
                            + " publish or unpublish it once more.")
    @APIResponse(responseCode = "204", description = "Cancelled.")
    public RestResponse<Void> cancel(
            @RestPath
                    @Parameter(
                            description = "The entry's id.",
                            example = NewsExamples.SCHEDULE_ENTRY_ID)
                    String id) {
        UUID known = Ids.path(id, "The entry of the schedule");
        ScheduleEntry entry = existing(known);
        NewsItem item = desk.editable(entry.itemId);
        schedule.cancel(item, existing(known));
        return RestResponse.noContent();
    }

    private static ScheduleEntry existing(UUID id) {
        return ScheduleEntry.<ScheduleEntry>find("id", id)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("The entry of the schedule"));
    }
}
