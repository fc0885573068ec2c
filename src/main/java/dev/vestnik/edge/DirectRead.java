package dev.vestnik.edge;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers the plainest of a resource's public reads in its place. What stands around a resource,
/// from the match of its path to the interceptors, takes as long as the reading of an item.
public interface DirectRead {

    /// How a read is answered that asks for nothing out of the ordinary: JSON, with a 200. Called
    /// on the event loop: it neither waits nor reads.
    ///
    /// @param path as it stands in the request's target
    /// @param query the same; null where there is none
    /// @return what gives the answer, or null where it takes the resource to answer; null where
    ///   that can be told at once
    @Nullable Supplier<@Nullable Tracked> of(String path, @Nullable String query);
}
