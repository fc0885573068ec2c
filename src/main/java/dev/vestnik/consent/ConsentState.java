package dev.vestnik.consent;

import java.util.Set;

/// What has become of a consent.
enum ConsentState {
    /// At least one purpose was granted.
    GIVEN,
    /// None was.
    REFUSED,
    /// A version that asks nothing was taken notice of.
    ACKNOWLEDGED,
    WITHDRAWN,
    EXPIRED,
    /// The privacy officer found it to be none.
    INVALIDATED,
    /// Only a tombstone is left.
    ERASED;

    /// Those that end with their time.
    static final Set<ConsentState> STANDING = Set.of(GIVEN, REFUSED, ACKNOWLEDGED);
}
