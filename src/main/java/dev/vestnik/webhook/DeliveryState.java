package dev.vestnik.webhook;

/// How far an event has come on its way to one webhook.
enum DeliveryState {
    /// It is to be sent, or sent again.
    PENDING,
    /// The receiver answered 2xx.
    DELIVERED,
    /// Given up, after three days.
    FAILED
}
