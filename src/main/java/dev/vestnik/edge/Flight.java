package dev.vestnik.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An answer that is being computed, and those who wait for it.
final class Flight {

    /// Of the cache when it began.
    final long epoch;

    private final List<Consumer<@Nullable ReadyAnswer>> waiting = new ArrayList<>();
    private boolean landed;
    private @Nullable ReadyAnswer answer;

    Flight(long epoch) {
        this.epoch = epoch;
    }

    /// Calls back with the answer once it is there; with null where there will be none that others
    /// may have.
    void await(Consumer<@Nullable ReadyAnswer> then) {
        synchronized (this) {
            if (!landed) {
                waiting.add(then);
                return;
            }
        }
        then.accept(answer);
    }

    synchronized boolean isAwaited() {
        return !waiting.isEmpty();
    }

    void land(@Nullable ReadyAnswer ready) {
        List<Consumer<@Nullable ReadyAnswer>> told;
        synchronized (this) {
            if (landed) {
                return;
            }
            landed = true;
            answer = ready;
            told = List.copyOf(waiting);
            waiting.clear(); // of them all, each with its request, whoever knows of this would hold
        }
        told.forEach(then -> then.accept(ready));
    }
}
