package dev.vestnik.webhook;

import java.util.List;
import java.util.UUID;

/// What is to be sent once, taken from the database under a lease.
///
/// @param keys the newest first; it is signed by each
record Message(UUID delivery, UUID lease, String url, String body, List<byte[]> keys) {

    @Override
    public String toString() {
        return "Message[" + delivery + "]";
    }
}
