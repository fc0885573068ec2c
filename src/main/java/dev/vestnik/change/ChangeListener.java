package dev.vestnik.change;

import java.util.List;

/// Somebody on this node who wants to know what was committed, as soon as that can be known. What
/// it does is short: a writer may be waiting for its answer meanwhile.
public interface ChangeListener {

    /// Lines that were added to the log, and can be read by now; each is told at least once.
    void added(List<Change> lines);

    /// The log is not the one that it was, as after a backup was restored: nothing that was made
    /// from its lines still counts.
    void lost();
}
