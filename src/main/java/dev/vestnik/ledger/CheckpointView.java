package dev.vestnik.ledger;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A checkpoint as it goes over the wire.
@Schema(name = "LedgerCheckpoint")
public record CheckpointView(
        @Schema(description = "From 1, without gaps.") long number,
        @Schema(description = "How many events it covers.") long treeSize,
        @Schema(
                        description =
                                "The root of the Merkle tree (RFC 9162, SHA-256) whose leaves are the events'"
                                        + " hashes, 32 bytes each; in hexadecimal digits.")
                String root,
        Instant at,
        @Schema(
                        description =
                                "SHA-256 of the RFC 8785 form of the checkpoint before it, signature"
                                        + " included; 64 zeros in the first.")
                String previous,
        @Schema(description = "The kid of the key in /.well-known/jwks.json.") String keyId,
        @Schema(description = "Ed25519, in base64url, of the RFC 8785 form of all other members.")
                String signature) {

    static CheckpointView of(Checkpoint checkpoint) {
        return new CheckpointView(
                checkpoint.number,
                checkpoint.treeSize,
                checkpoint.root,
                checkpoint.at,
                checkpoint.previous,
                checkpoint.keyId,
                checkpoint.signature);
    }
}
