package dev.vestnik.news;

import dev.vestnik.edge.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/preview/{token}")
@Tag(name = "Previews")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class PreviewResource {

    private final NewsViews views;
    private final InstantSource time;

    PreviewResource(NewsViews views, InstantSource time) {
        this.views = views;
        this.time = time;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "See a draft by its preview link",
            description =
                    "404 once the link has expired or was revoked. Never cached, never indexed.")
    @APIResponseSchema(NewsView.class)
    public RestResponse<NewsView> preview(
            @RestPath @Parameter(description = "Of a preview link.", example = "its-token")
                    String token) {
        NewsItem item =
                PreviewLink.byToken(token, time.instant())
                        .map(link -> NewsItem.<NewsItem>findById(link.itemId))
                        .filter(found -> found.trashedAt == null)
                        .orElseThrow(() -> Problem.notFound("The preview"));
        return RestResponse.ResponseBuilder.ok(views.draft(item, null))
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }
}
