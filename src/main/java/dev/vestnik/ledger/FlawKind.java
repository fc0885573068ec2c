package dev.vestnik.ledger;

/// What is wrong with something stored.
public enum FlawKind {
    /// The content, type, time or id of an event is not what was written.
    CONTENT,
    /// The stored hash of an event is not what was written.
    HASH,
    /// An event does not name the hash of the one before it.
    PREVIOUS,
    /// An event is not there.
    MISSING_EVENT,
    /// An event is there that the ledger did not take.
    UNKNOWN_EVENT,
    /// A leaf of the Merkle tree is not what was sealed.
    LEAF,
    /// An inner node of the Merkle tree is not what was sealed.
    NODE,
    /// A checkpoint is not there.
    MISSING_CHECKPOINT,
    /// A checkpoint does not name the one before it.
    CHECKPOINT_LINK,
    /// A checkpoint's signature does not fit it.
    SIGNATURE,
    /// A checkpoint's root does not fit its events.
    ROOT,
    /// A key is none of this installation's.
    KEY,
    /// A decision is not what an event tells.
    DECISION,
    /// A record is not what its events tell.
    RECORD,
    /// A text is not what was shown.
    TEXT
}
