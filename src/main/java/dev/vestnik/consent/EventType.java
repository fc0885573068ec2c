package dev.vestnik.consent;

/// What can happen to a consent.
enum EventType {
    GIVEN,
    REFUSED,
    ACKNOWLEDGED,
    /// Other decisions under the same version.
    CHANGED,
    /// An answer to a notice that was shown anew; its time begins anew too.
    RENEWED,
    WITHDRAWN,
    EXPIRED,
    INVALIDATED,
    /// Bound to a signed-in reader.
    LINKED,
    ERASED
}
