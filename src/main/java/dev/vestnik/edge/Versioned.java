package dev.vestnik.edge;

/// An answer about a single resource, whose version goes into its `ETag`.
public interface Versioned {

    long version();
}
