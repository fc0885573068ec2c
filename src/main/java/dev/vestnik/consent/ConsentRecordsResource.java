package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import dev.vestnik.access.Caller;
import dev.vestnik.audit.AuditLog;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Window;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/// What the privacy officer does with the consents of others.
@Path("/api/v1/consents")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ConsentRecordsResource {

    private final ConsentQueries queries;
    private final ConsentViews views;
    private final ConsentLog log;
    private final SubjectTokens tokens;
    private final Caller caller;
    private final AuditLog audit;
    private final Cursors cursors;

    ConsentRecordsResource(
            ConsentQueries queries,
            ConsentViews views,
            ConsentLog log,
            SubjectTokens tokens,
            Caller caller,
            AuditLog audit,
            Cursors cursors) {
        this.queries = queries;
        this.views = views;
        this.log = log;
        this.tokens = tokens;
        this.caller = caller;
        this.audit = audit;
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

    @POST
    @Path("/search")
    @RolesAllowed({PRIVACY, ADMIN})
    @APIResponseSchema(ConsentSearch.Found.class)
    @Operation(
            summary = "Find the consents of one person",
            description =
                    "By the token that opens or, before an erasure, opened them, by the reader whom they are"
                            + " bound to, or by a record's id. The audit log has a line of the search, and one"
                            + " of each record that was found.")
    public RestResponse<ConsentSearch.Found> search(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ConsentSearch.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.SEARCH)))
                    @NotNull
                    @Valid
                    ConsentSearch wanted) {
        ConsentSearch.Found found = ConsentSearch.found(wanted.find(tokens), views);
        for (ConsentView consent : found.items()) {
            audit.done("ConsentRecordsResource_search", "consents", consent.id().toString());
        }
        return views.kept(found);
    }

    @POST
    @Path("/{id}/invalidation")
    @RolesAllowed({PRIVACY, ADMIN})
    @APIResponseSchema(ConsentView.class)
    @Operation(
            summary = "Find that a consent is none",
            description =
                    "Nothing that it granted is effective from now on, and the person is asked again."
                            + " Repeatable: the first reason stands.")
    public RestResponse<ConsentView> invalidate(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Invalidation.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.INVALIDATION)))
                    @NotNull
                    @Valid
                    Invalidation invalidation) {
        ConsentRecord kept =
                ConsentRecord.locked(Ids.path(id, "The consent"))
                        .orElseThrow(ConsentAccess::nothing);
        ConsentAccess.requireThere(kept);
        log.invalidate(
                kept,
                ConsentJson.object()
                        .put("reason", invalidation.reason())
                        .put("writtenBy", caller.username().orElse("")));
        return views.kept(views.of(kept));
    }
}
