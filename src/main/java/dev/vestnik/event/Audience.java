package dev.vestnik.event;

import dev.vestnik.event.EventText.Told;
import dev.vestnik.event.PastEvents.Page;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// The listeners of one event loop, which alone touches them: whatever they are told is one task of
/// its, however many they are.
final class Audience {

    private static final Logger LOG = Logger.getLogger(Audience.class);

    private final EventLoop loop;
    private final PastEvents past;
    private final Duration patience;
    private final Runnable cutOff;
    private final Set<Listener> listeners = new HashSet<>();
    private long done;
    private long last;

    /// @param done the line up to which it counts as told
    /// @param last of these, the one that told the public something
    /// @param patience how long a listener may take nothing
    /// @param cutOff called when one took nothing for longer
    Audience(
            EventLoop loop,
            PastEvents past,
            Duration patience,
            Runnable cutOff,
            long done,
            long last) {
        this.loop = loop;
        this.past = past;
        this.patience = patience;
        this.cutOff = cutOff;
        this.done = done;
        this.last = last;
    }

    void tell(List<Told> told, long to, long lastToTell) {
        loop.execute(() -> {
            done = to;
            last = lastToTell;
            each(listener -> listener.hear(told, to));
        });
    }

    void beat() {
        loop.execute(() -> {
            Buffer text = EventText.heartBeat(last);
            each(listener -> listener.beat(text));
        });
    }

    /// The log is not the one that it was.
    void startOver(long end, long lastToTell) {
        loop.execute(() -> {
            done = end;
            last = lastToTell;
            each(Listener::startOver);
        });
    }

    void finish() {
        loop.execute(() -> each(Listener::finish));
    }

    private void each(Consumer<Listener> call) {
        for (Listener listener : List.copyOf(listeners)) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.debug("A listener is lost", e);
                listener.close();
            }
        }
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
        listener.ended();
    }

    /// The line up to which those are told who have missed nothing.
    long done() {
        return done;
    }

    /// The last line of these that told the public something.
    long last() {
        return last;
    }

    /// Whether the public was told nothing between a line and now.
    boolean hasNothingAfter(long seq) {
        return seq >= last && seq <= done;
    }

    Duration patience() {
        return patience;
    }

    void cutsOff() {
        cutOff.run();
    }

    void read(long after, Consumer<Page> taker) {
        past.after(after, page -> loop.execute(() -> taker.accept(page)));
    }
}
