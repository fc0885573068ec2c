package dev.vestnik.edge;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer as it is sent.
///
/// @param body as it is, or as a [Packed] has it
/// @param compressed null where the body is sent as it is
/// @param version that its `ETag` names; null where it is of no single resource
/// @param headers all that tell of it but its type, by their names
/// @param isNotModified whether the client has it already, and gets the headers alone
/// @param kept what it is of; null where it may not be kept
record Rendered(
        byte[] body,
        byte @Nullable [] compressed,
        @Nullable Long version,
        MediaType type,
        Map<String, String> headers,
        boolean isNotModified,
        @Nullable Tracked kept) {

    /// What goes over the wire.
    byte[] sent() {
        return compressed == null ? body : compressed;
    }
}
