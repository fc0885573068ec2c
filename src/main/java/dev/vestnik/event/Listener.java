package dev.vestnik.event;

import dev.vestnik.event.EventText.Told;
import dev.vestnik.event.PastEvents.Page;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Somebody who listens, on the event loop of its connection.
///
/// What it has not read is never kept for it here: once its connection takes no more it is told
/// nothing, and when that takes more again it gets what it missed from the change log. If that does
/// not happen in time it is cut off; it can come back and go on from the last id that it had.
final class Listener {

    private static final int LOOK_EVERY = 50;

    private final Audience audience;
    private final HttpServerResponse response;
    private final Channel channel;
    private final EventFilter filter;
    private Way way = Way.LIVE;
    private long done;
    private boolean lost;
    private @Nullable Future<?> looking;

    private enum Way {
        /// It has had everything that its audience has.
        LIVE,
        /// What it missed is being read.
        CATCHING_UP,
        /// Its connection takes no more.
        FULL,
        ENDED
    }

    Listener(Audience audience, HttpServerResponse response, Channel channel, EventFilter filter) {
        this.audience = audience;
        this.response = response;
        this.channel = channel;
        this.filter = filter;
    }

    /// @param after the line that it goes on after; null for what happens from now on
    void begin(@Nullable Long after) {
        if (after == null || audience.hasNothingAfter(after)) {
            done = audience.done();
            response.write(EventText.greeting(audience.last()));
        } else {
            done = after;
            response.write(EventText.GREETING);
            readOn();
        }
    }

    /// @param to the line up to which its audience is told now
    void hear(List<Told> told, long to) {
        if (way == Way.LIVE) {
            write(told, to);
        }
    }

    void beat(Buffer text) {
        if (way == Way.LIVE) {
            response.write(text);
            if (!channel.isWritable()) {
                awaitDrain();
            }
        }
    }

    /// The log is not the one that it was.
    void startOver() {
        if (way == Way.LIVE) {
            resync();
        } else {
            lost = true;
        }
    }

    private void resync() {
        lost = false;
        done = audience.done();
        way = Way.LIVE;
        response.write(EventText.resync(audience.last()));
    }

    private void write(List<Told> told, long to) {
        for (Told each : told) {
            long seq = each.event().seq();
            boolean wanted = seq > done && filter.lets(each.event());
            done = Math.max(done, seq);
            if (wanted) {
                response.write(each.text());
                if (!channel.isWritable()) {
                    awaitDrain();
                    return;
                }
            }
        }
        done = Math.max(done, to);
    }

    private void readOn() {
        way = Way.CATCHING_UP;
        long there = audience.done();
        audience.read(done, page -> caughtUp(page, there));
    }

    /// @param there the line that was certainly in the log when it was read
    private void caughtUp(Page page, long there) {
        if (way != Way.CATCHING_UP) {
            return;
        }
        boolean isCutShort = page.to() <= done && done < there;
        if (lost || !page.known() || isCutShort) {
            resync();
            return;
        }
        // Lines that the audience is not told yet may not show in what is read.
        long to = Math.min(page.to(), audience.done());
        write(page.told().stream().filter(each -> each.event().seq() <= to).toList(), to);
        if (way == Way.CATCHING_UP) {
            goOn();
        }
    }

    private void goOn() {
        if (!channel.isWritable()) {
            awaitDrain();
        } else if (lost) {
            resync();
        } else if (done >= audience.done()) {
            way = Way.LIVE;
        } else {
            readOn();
        }
    }

    /// Looks again now and then: the connection tells of a change only after the present task, and
    /// not of one that was undone by then.
    private void awaitDrain() {
        way = Way.FULL;
        long begun = System.nanoTime();
        looking =
                channel.eventLoop()
                        .scheduleAtFixedRate(
                                () -> look(begun), LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    private void look(long begun) {
        if (channel.isWritable()) {
            stopLooking();
            goOn();
        } else if (System.nanoTime() - begun > audience.patience().toNanos()) {
            stopLooking();
            audience.cutsOff();
            close();
        }
    }

    private void stopLooking() {
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
    }

    /// At once, past Vert.x, whose orderly end would wait until all is read that was written.
    void close() {
        ChannelHandlerContext wire = channel.pipeline().firstContext();
        if (wire != null) {
            wire.close();
        }
    }

    /// Lets it go, so that it comes back later or elsewhere.
    void finish() {
        if (way == Way.FULL) {
            close();
        } else if (way != Way.ENDED) {
            response.end();
        }
    }

    void ended() {
        way = Way.ENDED;
        stopLooking();
    }
}
