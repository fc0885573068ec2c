package dev.vestnik.consent;

/// What a notice is about.
enum NoticeKind {
    COOKIES,
    PRIVACY,
    TERMS,
    NEWSLETTER
}
