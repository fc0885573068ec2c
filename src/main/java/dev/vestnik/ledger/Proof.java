package dev.vestnik.ledger;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What lets an outsider see for himself that an event is in the ledger as it was sealed: the
/// event's hash leads by way of the audit path to the root that the checkpoint's signature covers.
@Schema(
        name = "LedgerProof",
        description =
                "Proves that an event is in the ledger as it was sealed. The leaf is SHA-256 of the byte"
                        + " 0x00 and the event's hash (32 bytes); RFC 9162 section 2.1.3.2 leads from it"
                        + " over the audit path to the checkpoint's root.")
public record Proof(
        LedgerEventView event,
        @Schema(description = "Which leaf of the tree it is, from 0.") long leafIndex,
        @Schema(description = "Hashes in hexadecimal digits, from the leaf up.")
                List<String> auditPath,
        CheckpointView checkpoint) {}
