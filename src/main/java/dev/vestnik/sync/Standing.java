package dev.vestnik.sync;

import dev.vestnik.change.Change;
import dev.vestnik.edge.Cursors.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a client has come.
sealed interface Standing {

    /// A line of the change log; the time tells it from the line that has its number in another
    /// database. The number is 0 where there was none.
    record Line(long seq, Instant at) {

        static final Line NONE = new Line(0, Instant.EPOCH);

        static Line of(Change change) {
            return new Line(change.seq, change.at);
        }
    }

    /// On the way through all items.
    ///
    /// @param begin the last line when it set out: what changed since is told after the walk
    /// @param place of the last item that it got; null before the first
    record Walking(Line begin, @Nullable Cursor place) implements Standing {}

    /// On the way through the change log.
    ///
    /// @param done the line that it has followed
    /// @param within of that line, which tells of a tag, it has the items up to this one; null
    ///   where it has all
    /// @param from the line that it set out from
    /// @param to the line that it goes to, so that no item is told of twice on the way; the
    ///   greatest number where it has not set out yet
    record Following(Line done, @Nullable UUID within, long from, long to) implements Standing {

        static final long OPEN = Long.MAX_VALUE;

        static Following after(Line line) {
            return new Following(line, null, line.seq(), OPEN);
        }
    }
}
