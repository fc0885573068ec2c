package dev.vestnik.webhook;

/// Why nothing is sent to a webhook.
enum DisabledReason {
    /// An administrator said so.
    ADMINISTRATOR,
    /// The receiver answered 410.
    GONE,
    /// Nothing got through for three days.
    FAILING
}
