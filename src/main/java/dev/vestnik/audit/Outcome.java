package dev.vestnik.audit;

/// How an audited request ended.
enum Outcome {
    DONE,
    REFUSED
}
