package dev.vestnik.event;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Where listeners come in, and are shown out when the program ends.
@Singleton
class EventDoor {

    /// What the system keeps of a listener's at most, in bytes; about as much again is kept here.
    private static final int UNREAD = 65_536;

    private final Broadcast broadcast;
    private final EventSettings settings;
    private final EventMetrics metrics;
    private final Thread closing = new Thread(this::close, "events-end");
    private volatile boolean closed;

    EventDoor(Broadcast broadcast, EventSettings settings, EventMetrics metrics) {
        this.broadcast = broadcast;
        this.settings = settings;
        this.metrics = metrics;
    }

    /// The program waits for answers that are under way before it tells its parts that it ends, so
    /// these must end before.
    void start(@Observes StartupEvent start) {
        Runtime.getRuntime().addShutdownHook(closing);
    }

    void stop(@Observes ShutdownEvent stop) {
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException ending) {
            closed = true;
        }
    }

    private void close() {
        closed = true;
        broadcast.finish();
    }

    /// Answers with a stream, on the event loop of the connection.
    ///
    /// @param after the line to go on after; null for what happens from now on
    /// @throws Problem 503 where too many listen
    void open(RoutingContext call, EventFilter filter, @Nullable Long after) {
        boolean onlyHead = call.request().method() == HttpMethod.HEAD;
        if (!onlyHead && (closed || !metrics.comes(settings.mostListeners()))) {
            throw Problem.of(ProblemType.BUSY, "Too many listen; try again in a while.")
                    .with("Retry-After", "30");
        }
        HttpServerResponse response = call.response();
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        if (onlyHead) {
            response.end();
            return;
        }
        response.setChunked(true);
        Channel channel = ((ConnectionBase) call.request().connection()).channel();
        channel.config().setOption(ChannelOption.SO_SNDBUF, UNREAD);
        Audience audience = broadcast.on(channel.eventLoop());
        Listener listener = new Listener(audience, response, channel, filter);
        call.addEndHandler(ended -> {
            audience.remove(listener);
            metrics.goes();
        });
        audience.add(listener);
        listener.begin(after);
    }
}
