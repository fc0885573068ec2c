package dev.vestnik.consent;

/// What a site is to do about a person.
enum ConsentAction {
    NONE,
    /// Ask for the first time.
    ASK,
    /// Ask again.
    RE_ASK
}
