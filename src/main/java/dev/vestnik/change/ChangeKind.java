package dev.vestnik.change;

/// The resources whose writes the change log tells of.
public enum ChangeKind {
    NEWS,
    TAG,
    SYNONYMS,
    NOTICE
}
