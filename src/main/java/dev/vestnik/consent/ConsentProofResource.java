package dev.vestnik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.ledger.Evidence;
import dev.vestnik.ledger.LedgerEvent;
import dev.vestnik.ledger.LedgerEventView;
import dev.vestnik.ledger.Proof;
import dev.vestnik.ledger.Proofs;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// What shows that a consent is what it is said to be.
@Path("/api/v1/consents/{id}")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class ConsentProofResource {

    private final ConsentAccess access;
    private final ConsentViews views;
    private final Evidence evidence;
    private final Proofs proofs;

    ConsentProofResource(
            ConsentAccess access, ConsentViews views, Evidence evidence, Proofs proofs) {
        this.access = access;
        this.views = views;
        this.evidence = evidence;
        this.proofs = proofs;
    }

    /// Proofs of all events that are sealed.
    @Schema(name = "ConsentProof")
    record ConsentProof(
            @Schema(description = "One for each sealed event, the first one first.")
                    List<Proof> proofs,
            @Schema(description = "How many events wait for the next checkpoint.") int unsealed) {}

    @GET
    @Path("/events")
    @PermitAll
    @APIResponseSchema(ConsentEventView.class)
    @Operation(
            summary = "Read all that happened to a consent",
            description = "As the ledger has it: every event names the hash of the one before it.")
    public RestResponse<ConsentEventView> events(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token) {
        ConsentRecord kept = access.read(id, token, "ConsentProofResource_events");
        return views.kept(ConsentEventView.of(kept.id));
    }

    @GET
    @Path("/proof")
    @PermitAll
    @APIResponseSchema(ConsentProof.class)
    @Operation(
            summary = "Read the proof that a consent is in the ledger",
            description =
                    "For each sealed event its way to the root of a signed checkpoint, which anybody can check.")
    public RestResponse<ConsentProof> proof(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token) {
        ConsentRecord kept = access.read(id, token, "ConsentProofResource_proof");
        List<LedgerEvent> events = LedgerEvent.of(kept.id);
        List<Proof> found = events.stream().flatMap(event -> proofs.of(event).stream()).toList();
        return views.kept(new ConsentProof(found, events.size() - found.size()));
    }

    @GET
    @Path("/export")
    @PermitAll
    @APIResponseSchema(ConsentExport.class)
    @Operation(
            summary = "Take out all that is stored about a consent",
            description = "The copy of one's data that the GDPR's article 15 gives a right to.")
    public RestResponse<ConsentExport> export(
            @RestPath @Parameter(example = ConsentExamples.RECORD_ID) String id,
            @HeaderParam(ConsentAccess.TOKEN) @Parameter(example = ConsentExamples.TOKEN)
                    @Nullable String token) {
        ConsentRecord kept = access.read(id, token, "ConsentProofResource_export");
        if (kept.state == ConsentState.ERASED) {
            throw Problem.of(ProblemType.GONE, "It was erased.");
        }
        Edition edition = ConsentViews.edition(kept);
        EditionTerms terms = edition.terms();
        Map<UUID, JsonNode> found = new TreeMap<>();
        List<LedgerEvent> events = LedgerEvent.of(kept.id);
        for (LedgerEvent event : events) {
            UUID evidenceId = EventContent.read(event.content).evidence();
            if (evidenceId != null) {
                evidence.read(kept.id, evidenceId).ifPresent(known -> found.put(evidenceId, known));
            }
        }
        return views.kept(
                new ConsentExport(
                        views.of(kept),
                        EditionText.of(edition.versionId, kept.locale).orElseThrow().text(),
                        terms.controller(),
                        terms.purposes(),
                        events.stream().map(LedgerEventView::of).toList(),
                        found));
    }
}
