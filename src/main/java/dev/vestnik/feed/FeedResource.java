package dev.vestnik.feed;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/feeds/{locale}")
@Tag(name = "Feeds")
@Transactional(TxType.SUPPORTS)
class FeedResource {

    private static final String UTF_8 = ";charset=UTF-8";

    private final Feeds feeds;
    private final RssFormat rss;
    private final AtomFormat atom;
    private final JsonFormat json;

    FeedResource(Feeds feeds, RssFormat rss, AtomFormat atom, JsonFormat json) {
        this.feeds = feeds;
        this.rss = rss;
        this.atom = atom;
        this.json = json;
    }

    @GET
    @Path("/rss.xml")
    @PermitAll
    @Produces({
        RssFormat.MEDIA_TYPE + UTF_8,
        MediaType.APPLICATION_XML + UTF_8,
        MediaType.TEXT_XML + UTF_8
    })
    @Operation(
            summary = "Read the news as RSS 2.0",
            description = "Full texts; atom:link leads to older items.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = RssFormat.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<FeedDocument> rss(
            @RestPath @Parameter(example = "ru") String locale,
            @BeanParam @Valid FeedListing wanted,
            UriInfo uri) {
        Feed feed = feeds.page(locale, wanted, uri);
        return answer(FeedDocument.of(rss.write(feed), feed), feed);
    }

    @GET
    @Path("/atom.xml")
    @PermitAll
    @Produces({
        AtomFormat.MEDIA_TYPE + UTF_8,
        MediaType.APPLICATION_XML + UTF_8,
        MediaType.TEXT_XML + UTF_8
    })
    @Operation(
            summary = "Read the news as Atom",
            description = "Full texts; RFC 4287, and RFC 5005 for the pages.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = AtomFormat.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<FeedDocument> atom(
            @RestPath @Parameter(example = "ru") String locale,
            @BeanParam @Valid FeedListing wanted,
            UriInfo uri) {
        Feed feed = feeds.page(locale, wanted, uri);
        return answer(FeedDocument.of(atom.write(feed), feed), feed);
    }

    @GET
    @Path("/feed.json")
    @PermitAll
    @Produces({JsonFeed.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Read the news as JSON Feed 1.1",
            description = "Full texts; next_url leads to older items.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = JsonFeed.MEDIA_TYPE,
                            schema = @Schema(implementation = JsonFeed.class)))
    public RestResponse<JsonFeed> json(
            @RestPath @Parameter(example = "ru") String locale,
            @BeanParam @Valid FeedListing wanted,
            UriInfo uri) {
        Feed feed = feeds.page(locale, wanted, uri);
        return answer(json.write(feed), feed);
    }

    /// WebSub's subscribers look for hub and topic in the headers first.
    private static <T> RestResponse<T> answer(T written, Feed feed) {
        List<String> links = new ArrayList<>();
        links.add("<" + feed.links().self() + ">; rel=\"self\"");
        feed.links().hub().ifPresent(hub -> links.add("<" + hub + ">; rel=\"hub\""));
        return RestResponse.ResponseBuilder.ok(written)
                .header(HttpHeaders.LINK, String.join(", ", links))
                .build();
    }
}
