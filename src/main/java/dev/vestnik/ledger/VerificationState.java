package dev.vestnik.ledger;

/// What has become of verifying the ledger.
enum VerificationState {
    /// Not since the program was started.
    IDLE,
    RUNNING,
    /// Ended; what counts is whether there is a flaw.
    DONE,
    /// Could not be carried out.
    FAILED
}
