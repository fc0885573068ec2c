package dev.vestnik.consent;

/// Why a person is to be asked.
enum AskReason {
    /// So far there was only something to take notice of.
    NEVER_ASKED,
    EXPIRED,
    /// A MATERIAL version of the notice was published since.
    MATERIAL_CHANGE,
    /// A version with another purpose was published since.
    NEW_PURPOSE,
    INVALIDATED
}
