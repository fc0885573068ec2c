package dev.vestnik.edge;

/// Knows whether what is kept ready can still be given. What stands above the rooms and knows what
/// changed answers it.
public interface Freshness {

    /// How far that is known.
    enum Standing {
        /// Nothing has changed but what the response cache was told to forget.
        SURE,
        /// Something has changed, and what it touches is being found out.
        SOON,
        /// Nobody can tell.
        UNKNOWN
    }

    /// Asked for every request on the event loop: it neither waits nor reads.
    Standing standing();

    /// Calls back once what was being found out is.
    void whenSettled(Runnable then);
}
