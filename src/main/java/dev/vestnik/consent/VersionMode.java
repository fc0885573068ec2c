package dev.vestnik.consent;

/// What a version of a notice does.
enum VersionMode {
    /// Asks, and refusing is as easy as accepting.
    OPT_IN,
    /// Tells and asks nothing: it never grants anything, and can but be acknowledged.
    NOTICE_ONLY
}
