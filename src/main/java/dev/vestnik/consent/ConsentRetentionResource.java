package dev.vestnik.consent;

import static dev.vestnik.access.Roles.ADMIN;
import static dev.vestnik.access.Roles.PRIVACY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/// Forgets what need no longer be known. Each portion is a transaction of its own, so that nobody
/// who writes meanwhile waits for more than one.
@Path("/api/v1/consents/retention")
@Tag(name = "Consents")
@Produces(MediaType.APPLICATION_JSON)
class ConsentRetentionResource {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private final EndedConsents ended;
    private final ConsentViews views;
    private final ConsentSettings settings;
    private final InstantSource time;

    ConsentRetentionResource(
            EndedConsents ended, ConsentViews views, ConsentSettings settings, InstantSource time) {
        this.ended = ended;
        this.views = views;
        this.settings = settings;
        this.time = time;
    }

    @POST
    @RolesAllowed({PRIVACY, ADMIN})
    @APIResponseSchema(Retention.class)
    @Operation(
            summary = "Erase consents that ended long ago",
            description =
                    "Those that expired, were withdrawn or invalidated before the configured time: all that"
                            + " is personal is destroyed, tombstones are left, and the ledger still verifies."
                            + " Only counts them unless dryRun=false.")
    public RestResponse<Retention> apply(
            @RestQuery
                    @DefaultValue("true")
                    @Parameter(description = "Only tell how many there are.")
                    boolean dryRun) {
        Instant before =
                time.instant().atZone(ZoneOffset.UTC).minus(settings.keptAfterEnd()).toInstant();
        return views.kept(
                dryRun ? Retention.of(true, before, ended.count(before), false) : erased(before));
    }

    private Retention erased(Instant before) {
        Map<ConsentState, Long> erased = new EnumMap<>(ConsentState.class);
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST_CALL.toNanos()) {
            Map<ConsentState, Long> portion = ended.eraseNext(before);
            if (portion.isEmpty()) {
                return Retention.of(false, before, erased, false);
            }
            portion.forEach((state, count) -> EndedConsents.add(erased, state, count));
        }
        return Retention.of(false, before, erased, true);
    }
}
