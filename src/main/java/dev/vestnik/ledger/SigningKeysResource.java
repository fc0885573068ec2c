package dev.vestnik.ledger;

import dev.vestnik.ledger.SigningKeyView.KeySet;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/.well-known/jwks.json")
@Tag(name = "Ledger")
@Produces(MediaType.APPLICATION_JSON)
@Transactional
class SigningKeysResource {

    private final SigningKeys keys;

    SigningKeysResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read the keys that checkpoints and receipts are signed with",
            description = "The one in use first, then those that were, for ever (RFC 7517).")
    public KeySet list() {
        return new KeySet(keys.newestFirst().stream().map(SigningKeyView::of).toList());
    }
}
