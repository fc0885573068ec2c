package dev.vestnik.consent;

import dev.vestnik.audit.Unaudited;
import dev.vestnik.edge.Ids;
import dev.vestnik.edge.Problem;
import dev.vestnik.site.Locales;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/consent/impressions")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ImpressionResource {

    private final ShownTokens tokens;
    private final ConsentLog log;
    private final Locales locales;

    ImpressionResource(ShownTokens tokens, ConsentLog log, Locales locales) {
        this.tokens = tokens;
        this.log = log;
        this.locales = locales;
    }

    @POST
    @PermitAll
    @Unaudited
    @PublicWrite
    @Operation(
            summary = "Tell that a notice is shown",
            description =
                    "Gives the token that an answer needs: it proves what was shown, for half an hour, and is"
                            + " good once. Each call counts as one in the statistics.")
    public ImpressionView create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(implementation = ImpressionInput.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "example",
                                                            value = ConsentExamples.IMPRESSION)))
                    @NotNull
                    @Valid
                    ImpressionInput input) {
        Notice notice =
                Notice.byKey(input.key())
                        .orElseThrow(
                                () -> Problem.invalid("/key", "UNKNOWN_NOTICE", "is no notice"));
        Edition edition = NoticeResource.inForce(notice);
        if (input.locale() != null) {
            locales.require("/locale", java.util.List.of(input.locale()));
        }
        EditionText text =
                EditionText.of(edition.versionId, locales.parameterOrDefault(input.locale()))
                        .orElseThrow(() ->
                                Problem.invalid(
                                        "/locale",
                                        "UNKNOWN_LOCALE",
                                        "is none that the notice is in"));
        UUID id = Ids.next();
        Tally.of(id, log.today(), notice.noticeKey, edition.number, text.locale, Tally.What.SHOWN)
                .persist();
        ShownTokens.Made made =
                tokens.make(
                        new ShownTokens.Shown(id, notice.noticeKey, edition.number, text.locale));
        return new ImpressionView(
                made.token(),
                made.expiresAt(),
                notice.noticeKey,
                edition.number,
                edition.terms().mode(),
                text.locale,
                text.sha256);
    }
}
