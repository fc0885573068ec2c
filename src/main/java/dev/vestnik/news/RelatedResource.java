package dev.vestnik.news;

import dev.vestnik.edge.Ids;
import dev.vestnik.site.Locales;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/news/{id}/related")
@Tag(name = "News")
@Produces(MediaType.APPLICATION_JSON)
@Transactional(TxType.SUPPORTS)
class RelatedResource {

    private final NewsDesk desk;
    private final NewsPages pages;
    private final Locales locales;

    RelatedResource(NewsDesk desk, NewsPages pages, Locales locales) {
        this.desk = desk;
        this.pages = pages;
        this.locales = locales;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List what is like a news item",
            description = "By its words and its tags, in its locale, the most alike first.")
    public NewsPage related(
            @RestPath("id") @Parameter(description = "Its id or slug.", example = NewsExamples.ID)
                    String idOrSlug,
            @RestQuery
                    @Parameter(
                            description = "Of the slug; the default locale where it is not given.",
                            example = "ru")
                    @Nullable String locale,
            @RestQuery
                    @Min(1)
                    @Max(20)
                    @DefaultValue("5")
                    @Parameter(description = "How many at most.")
                    int limit,
            @RestQuery @Parameter(description = "Only these members of each item, by commas.")
                    @Nullable String fields) {
        String known = locales.parameterOrDefault(locale);
        NewsRow item =
                Ids.isId(idOrSlug)
                        ? desk.published(Ids.path(idOrSlug, "The news item"))
                        : desk.published(known, idOrSlug);
        return pages.related(item.id(), limit);
    }
}
