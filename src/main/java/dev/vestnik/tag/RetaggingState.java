package dev.vestnik.tag;

/// What has become of a tag's way out.
enum RetaggingState {
    RUNNING,
    DONE
}
