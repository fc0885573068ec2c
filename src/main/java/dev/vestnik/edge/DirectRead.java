package dev.vestnik.edge;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers the plainest of a resource's public reads in its place. What stands around a resource,
/// from the match of its path to the interceptors, takes as long as the reading of an item.
public interface DirectRead {

    /// How a read is answered that asks for nothing out of the ordinary: JSON, with a 200. Called
    /// on the event loop: it neither waits nor reads.
    ///
    /// @param path as it stands in the request's target
    /// @param query its parameters, each given once, and spelled so plainly that nothing had to be
    ///   decoded
    /// @return what gives the answer, or null or an exception where it takes the resource to
    ///   answer; null where that can be told at once
    @Nullable Supplier<@Nullable Tracked> of(String path, Map<String, String> query);
}
