package dev.vestnik.consent;

/// What a person says to one purpose.
enum Decision {
    GRANTED,
    DENIED
}
