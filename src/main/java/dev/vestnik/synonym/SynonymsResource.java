package dev.vestnik.synonym;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.EDITOR;

import dev.vestnik.access.Caller;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Problem;
import dev.vestnik.site.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/synonyms")
@Tag(name = "Search")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class SynonymsResource {

    private final ChangeLog changes;
    private final Caller caller;
    private final Cursors cursors;
    private final Site site;
    private final InstantSource time;

    SynonymsResource(
            ChangeLog changes, Caller caller, Cursors cursors, Site site, InstantSource time) {
        this.changes = changes;
        this.caller = caller;
        this.cursors = cursors;
        this.site = site;
        this.time = time;
    }

    @GET
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "List the locales with their numbers of synonyms",
            description = "Every configured locale, the default one first.")
    public SynonymsPage list(@BeanParam @Valid SynonymsListing wanted) {
        return wanted.page(site.locales(), cursors);
    }

    @GET
    @Path("/{locale}")
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Read a locale's synonyms",
            description = "Version 0 and no groups where nobody has written any yet.")
    public SynonymsView read(
            @RestPath @Parameter(example = SynonymsExamples.LOCALE) String locale,
            @RestQuery @Parameter(description = "Only these members.") @Nullable String fields) {
        requireConfigured(locale);
        return Synonyms.written(locale)
                .map(SynonymsView::of)
                .orElseGet(() -> SynonymsView.none(locale));
    }

    @PUT
    @Path("/{locale}")
    @RolesAllowed({EDITOR, ADMIN})
    @Operation(
            summary = "Replace a locale's synonyms",
            description =
                    "The whole of them; no groups are none. Who searches for one entry of a group finds the"
                            + " others too. An entry may stand in several groups, as a word has several"
                            + " meanings: it then finds what stands beside it in each, yet its neighbours in"
                            + " one group do not find those in another. Spaces around and between words are"
                            + " tidied, and Unicode is brought into NFC.")
    public SynonymsView replace(
            @RestPath @Parameter(example = SynonymsExamples.LOCALE) String locale,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SynonymsInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = SynonymsExamples.SYNONYMS)))
                    @NotNull
                    @Valid
                    SynonymsInput input) {
        requireConfigured(locale);
        input.requireRules();
        Synonyms synonyms = Synonyms.locked(locale, time.instant());
        Etags.requireMatch(ifMatch, synonyms.version);
        synonyms.groups = input.groups();
        synonyms.updatedAt = time.instant();
        synonyms.updatedBy = caller.username().orElse(null);
        changes.append(ChangeKind.SYNONYMS, synonyms.id, locale, "updated");
        return SynonymsView.of(synonyms);
    }

    private void requireConfigured(String locale) {
        if (!site.locales().contains(locale)) {
            throw Problem.notFound("The locale");
        }
    }
}
