package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Window;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// What the privacy officer does with the consents of others.
@Path("/api/v1/consents")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ConsentRecordsResource {

    private final ConsentQueries queries;
    private final ConsentViews views;
    private final Cursors cursors;

    ConsentRecordsResource(ConsentQueries queries, ConsentViews views, Cursors cursors) {
        this.queries = queries;
        this.views = views;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({PRIVACY, ADMIN})
    @APIResponseSchema(ConsentView.Listed.class)
    @Operation(
            summary = "List consents",
            description =
                    "The newest first. Nothing in it tells whose they are: evidence is told one by one, and"
                            + " each such reading leaves a line in the audit log. Days are days of the"
                            + " newsroom's time zone.")
    public RestResponse<ConsentView.Listed> list(
            @BeanParam @Valid ConsentFilter wanted, @BeanParam @Valid Paging paging) {
        ConsentQuery query = queries.of(wanted);
        String identity = wanted.identity();
        Cursors.Cursor from =
                paging.cursor == null ? null : cursors.read(identity, paging.cursor, 2);
        Window<ConsentRecord> window =
                Window.of(
                        query.records(from, paging.limit + 1),
                        paging.limit,
                        from,
                        paging.total ? query.count() : null,
                        query::place,
                        at -> cursors.write(identity, at));
        return views.kept(new ConsentView.Listed(views.of(window.rows()), window.page()));
    }
}
