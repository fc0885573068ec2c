package dev.vestnik.consent;

/// Where a version of a notice is in its life.
enum VersionStatus {
    DRAFT,
    /// In force, and never changed again.
    PUBLISHED,
    /// No longer in force; kept for ever.
    RETIRED
}
