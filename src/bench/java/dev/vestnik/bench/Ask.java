package dev.vestnik.bench;

import org.jspecify.annotations.Nullable;

/// A GET.
///
/// @param path with its query, as it goes over the wire
/// @param ifNoneMatch the tag of the answer that is known already; null where none is
record Ask(String path, @Nullable String ifNoneMatch) {

    static Ask of(String path) {
        return new Ask(path, null);
    }
}
