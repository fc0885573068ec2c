package dev.vestnik.edge;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The pages that the `type` of a problem leads to.
@Path("/problems")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ProblemPages {

    @GET
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> all() {
        Document page = page("Problems");
        Element list = page.body().appendElement("ul");
        for (ProblemType type : ProblemType.values()) {
            list.appendElement("li")
                    .appendElement("a")
                    .attr("href", "/problems/" + type.slug())
                    .text(type + " (" + type.status() + "): " + type.title());
        }
        return answer(page);
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Operation(hidden = true)
    public RestResponse<String> one(String slug) {
        ProblemType type =
                Arrays.stream(ProblemType.values())
                        .filter(known -> known.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("The problem"));
        Document page = page(type.title());
        page.body()
                .appendElement("p")
                .text("HTTP status " + type.status() + ", code " + type + ".");
        page.body()
                .appendElement("p")
                .text(
                        "The answer's detail says what it was in your case; errors names each part of the input by a JSON"
                                + " Pointer (RFC 6901) or a parameter's name.");
        page.body()
                .appendElement("p")
                .appendElement("a")
                .attr("href", "/problems")
                .text("All problems");
        return answer(page);
    }

    private static Document page(String title) {
        Document page = Document.createShell("");
        page.title(title + " · Vestnik");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width");
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "/vestnik.css");
        page.body().appendElement("h1").text(title);
        page.expectFirst("html").attr("lang", "en");
        return page;
    }

    private static RestResponse<String> answer(Document page) {
        return RestResponse.ResponseBuilder.ok("<!doctype html>\n" + page.outerHtml())
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}
