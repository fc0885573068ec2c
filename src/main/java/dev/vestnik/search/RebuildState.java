package dev.vestnik.search;

/// What has become of building the index anew.
enum RebuildState {
    /// Not since the program was started.
    IDLE,
    RUNNING,
    DONE,
    FAILED
}
