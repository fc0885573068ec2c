package dev.vestnik.feed;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/sitemap.xml")
@Tag(name = "Feeds")
@Produces({MediaType.APPLICATION_XML + ";charset=UTF-8", MediaType.TEXT_XML + ";charset=UTF-8"})
@Transactional
class SitemapIndexResource {

    private final Sitemaps sitemaps;

    SitemapIndexResource(Sitemaps sitemaps) {
        this.sitemaps = sitemaps;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read which maps of the site there are",
            description =
                    "For search engines, by the sitemaps protocol; each map has up to 50 000 pages.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(type = SchemaType.STRING)))
    public Packed read() {
        return sitemaps.index();
    }
}
