package dev.vestnik.ledger;

/// The examples of the OpenAPI document; each works as it stands on the demonstration newsroom.
final class LedgerExamples {

    static final String CHECKPOINT = "1";

    private LedgerExamples() {}
}
