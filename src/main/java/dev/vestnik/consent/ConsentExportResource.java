package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import dev.vestnik.audit.AuditLog;
import dev.vestnik.edge.Parameters;
import dev.vestnik.edge.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Takes consents out of the house.
@Path("/api/v1/consents/export")
@Tag(name = "Consents")
class ConsentExportResource {

    private final ConsentQueries queries;
    private final RecordsExport export;
    private final AuditLog audit;

    ConsentExportResource(ConsentQueries queries, RecordsExport export, AuditLog audit) {
        this.queries = queries;
        this.export = export;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({PRIVACY, ADMIN})
    @Produces(RecordsExport.NDJSON)
    @Operation(
            summary = "Take consents out",
            description =
                    "All that the list with these filters has, in its order, as NDJSON or CSV. In CSV"
                            + " decisions are one cell, and what a spreadsheet would take for a formula has an"
                            + " apostrophe before it. The audit log has a line of each export.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each consent; in CSV a line of headings before them.",
            content = {
                @Content(
                        mediaType = RecordsExport.NDJSON,
                        schema = @Schema(implementation = ConsentView.class)),
                @Content(mediaType = RecordsExport.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<StreamingOutput> export(
            @BeanParam @Valid ConsentFilter wanted,
            @RestQuery
                    @Parameter(
                            description = "What Accept says unless given.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"ndjson", "csv"},
                                            defaultValue = "ndjson"))
                    @Nullable String format) {
        return written(wanted, format == null ? RecordsExport.Format.ndjson : form(format));
    }

    /// The same for who accepts CSV alone.
    @GET
    @RolesAllowed({PRIVACY, ADMIN})
    @Produces(RecordsExport.CSV)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> exportAsCsv(
            @BeanParam @Valid ConsentFilter wanted, @RestQuery @Nullable String format) {
        return written(wanted, format == null ? RecordsExport.Format.csv : form(format));
    }

    private static RecordsExport.Format form(String format) {
        List<RecordsExport.Format> formats =
                List.copyOf(Parameters.constants("format", format, RecordsExport.Format.class));
        if (formats.size() > 1) {
            throw Problem.parameter("format", "TOO_MANY", "may have one value");
        }
        return formats.get(0);
    }

    private RestResponse<StreamingOutput> written(ConsentFilter wanted, RecordsExport.Format form) {
        ConsentQuery query = queries.of(wanted);
        audit.read("ConsentExportResource_export", "consents", null);
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(
                        out -> export.write(query, form, out))
                .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, ConsentViews.PRIVATE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"consents." + form + '"')
                .build();
    }
}
