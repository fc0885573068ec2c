package dev.vestnik.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A public key as a JWK (RFC 7517, RFC 8037).
@Schema(name = "SigningKey")
record SigningKeyView(
        @Schema(examples = "OKP") String kty,
        @Schema(examples = "Ed25519") String crv,
        @Schema(description = "The public key, 32 bytes in base64url.") String x,
        @Schema(description = "The key's thumbprint (RFC 7638).") String kid,
        @Schema(examples = "EdDSA") String alg,
        @JsonProperty("use") @Schema(examples = "sig") String purpose) {

    static SigningKeyView of(LedgerKey key) {
        return new SigningKeyView("OKP", "Ed25519", key.x, key.keyId, "EdDSA", "sig");
    }

    /// A set of them (RFC 7517 section 5).
    @Schema(name = "SigningKeySet")
    record KeySet(List<SigningKeyView> keys) {}
}
