package dev.vestnik.consent;

/// How much a version changes what was agreed to under the ones before it.
enum VersionChange {
    /// Everybody is asked again.
    MATERIAL,
    /// Nobody is.
    MINOR
}
