package dev.vestnik.feed;

import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Packed;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/sitemaps/{from}.xml")
@Tag(name = "Feeds")
@Produces({MediaType.APPLICATION_XML + ";charset=UTF-8", MediaType.TEXT_XML + ";charset=UTF-8"})
@Transactional
class SitemapResource {

    private final Sitemaps sitemaps;

    SitemapResource(Sitemaps sitemaps) {
        this.sitemaps = sitemaps;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read a map of the site",
            description =
                    "Pages of items with those of their translations; what is not to be indexed is left out.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(type = SchemaType.STRING)))
    public Packed read(
            @RestPath
                    @Parameter(
                            description = "The id of the first item.",
                            example = "00000000-0000-0000-0000-000000000000")
                    String from) {
        return sitemaps.pages(Ids.path(from, "The sitemap"));
    }
}
