package dev.vestnik.audit;

import static dev.vestnik.access.Roles.ADMIN;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Window;
import dev.vestnik.site.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/audit")
@Tag(name = "Audit")
class AuditResource {

    private final AuditLog log;
    private final AuditExport export;
    private final Cursors cursors;
    private final Site site;

    AuditResource(AuditLog log, AuditExport export, Cursors cursors, Site site) {
        this.log = log;
        this.export = export;
        this.cursors = cursors;
        this.site = site;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Look into the audit log",
            description =
                    "Every write, every refused one, every login: the newest first. Days are days of the"
                            + " newsroom's time zone.")
    public AuditPage list(@BeanParam @Valid AuditFilter wanted, @BeanParam @Valid Paging paging) {
        log.settle();
        AuditQuery query = new AuditQuery(wanted, site.timeZone());
        String identity = wanted.identity();
        Cursors.Cursor from =
                paging.cursor == null ? null : cursors.read(identity, paging.cursor, 2);
        Window<AuditEvent> window =
                Window.of(
                        query.lines(from, paging.limit + 1),
                        paging.limit,
                        from,
                        paging.total ? query.count() : null,
                        AuditQuery::place,
                        at -> cursors.write(identity, at));
        return new AuditPage(window.rows().stream().map(AuditLine::of).toList(), window.page());
    }

    @GET
    @Path("/export")
    @RolesAllowed(ADMIN)
    @Produces(AuditExport.NDJSON)
    @Operation(
            summary = "Take the audit log out",
            description = "All lines that were asked for, the newest first, as NDJSON.")
    @APIResponse(
            responseCode = "200",
            description = "A line of JSON for each line of the log.",
            content =
                    @Content(
                            mediaType = AuditExport.NDJSON,
                            schema = @Schema(implementation = AuditLine.class)))
    public RestResponse<StreamingOutput> export(@BeanParam @Valid AuditFilter wanted) {
        log.settle();
        AuditQuery query = new AuditQuery(wanted, site.timeZone());
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> export.write(query, out))
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"audit.ndjson\"")
                .build();
    }
}
