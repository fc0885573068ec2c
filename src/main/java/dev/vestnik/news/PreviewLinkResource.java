package dev.vestnik.news;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.AUTHOR;
import static dev.vestnik.access.Roles.EDITOR;

import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.site.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/news/{id}/preview-links")
@Tag(name = "Previews")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class PreviewLinkResource {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final NewsDesk desk;
    private final NewsSettings settings;
    private final Site site;
    private final InstantSource time;

    PreviewLinkResource(NewsDesk desk, NewsSettings settings, Site site, InstantSource time) {
        this.desk = desk;
        this.settings = settings;
        this.site = site;
        this.time = time;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Make a preview link",
            description =
                    "Whoever has it sees the working copy, without a login. Its token is shown this once.")
    @APIResponseSchema(value = PreviewView.class, responseCode = "201")
    public RestResponse<PreviewView> create(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PreviewInput.class),
                                            examples =
                                                    @ExampleObject(name = "example", value = "{}")))
                    @Valid
                    @Nullable PreviewInput input) {
        NewsItem item = desk.item(Ids.path(id, "The news item"));
        Instant now = time.instant();
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PreviewLink link = new PreviewLink();
        link.id = Ids.next();
        link.itemId = item.id;
        link.tokenHash = PreviewLink.hash(token);
        link.createdAt = now;
        link.expiresAt = expiry(input, now);
        link.persist();
        String url = site.url() + "/api/v1/preview/" + token;
        PreviewView view = new PreviewView(link.id, token, url, link.createdAt, link.expiresAt);
        return RestResponse.ResponseBuilder.<PreviewView>created(URI.create(url))
                .entity(view)
                .build();
    }

    private Instant expiry(@Nullable PreviewInput input, Instant now) {
        if (input == null || input.expiresAt() == null) {
            return now.plus(settings.previewKept());
        }
        if (!input.expiresAt().isAfter(now) || input.expiresAt().isAfter(now.plus(LONGEST))) {
            throw Problem.invalid(
                    "/expiresAt",
                    "OUT_OF_RANGE",
                    "must lie in the future, at most a year from now");
        }
        return input.expiresAt();
    }

    @GET
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "List an item's preview links",
            description = "Those that are still good; not their tokens.")
    public PreviewView.Listed list(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id) {
        NewsItem item = desk.item(Ids.path(id, "The news item"));
        return new PreviewView.Listed(
                PreviewLink.ofItem(item.id, time.instant()).stream().map(PreviewView::of).toList());
    }

    @DELETE
    @Path("/{link}")
    @RolesAllowed({AUTHOR, EDITOR, ADMIN})
    @Operation(
            summary = "Revoke a preview link",
            description = "It is no longer good at once; repeatable.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public RestResponse<Void> revoke(
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String id,
            @RestPath @Parameter(example = NewsExamples.DRAFT_ID) String link) {
        NewsItem item = desk.item(Ids.path(id, "The news item"));
        UUID known = Ids.path(link, "The preview link");
        PreviewLink.delete("id = ?1 and itemId = ?2", known, item.id);
        return RestResponse.noContent();
    }
}
