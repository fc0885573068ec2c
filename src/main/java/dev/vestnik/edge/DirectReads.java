package dev.vestnik.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Answers public reads that are not ready without JAX-RS, where a room offers that. Whatever else
/// comes of such a read than its answer, the resource finds again, and answers.
@Singleton
class DirectReads {

    private static final Logger LOG = Logger.getLogger(DirectReads.class);

    /// After the headers that every answer has, and before all that readies a call of a resource.
    private static final int AFTER_HEADERS = 290;

    private static final int NOT_MODIFIED = 304;
    private static final MediaType JSON_TYPE = new MediaType("application", "json", "UTF-8");

    /// What clients accept that take JSON before all else, as they commonly spell it.
    private static final Set<String> JSON =
            Set.of(
                    "*/*",
                    MediaType.APPLICATION_JSON,
                    "application/json, */*",
                    "application/json, text/plain, */*");

    private final PublicReads threads;
    private final List<DirectRead> offers;
    private final Rendering rendering;
    private final Keeping keeping;
    private final LongAdder answered = new LongAdder();

    DirectReads(
            PublicReads threads,
            Instance<DirectRead> offers,
            Rendering rendering,
            Keeping keeping,
            MeterRegistry metrics) {
        this.threads = threads;
        this.offers = offers.stream().toList();
        this.rendering = rendering;
        this.keeping = keeping;
        metrics.more().counter("vestnik.reads.direct", List.of(), answered);
    }

    void open(@Observes Filters filters) {
        filters.register(this::answer, AFTER_HEADERS);
    }

    private void answer(RoutingContext call) {
        Supplier<@Nullable Tracked> read = offered(call.request());
        if (read == null) {
            call.next();
            return;
        }
        threads.work(
                call,
                mine -> {
                    Rendered answer = rendered(mine, read);
                    if (answer == null) {
                        Vertx.currentContext().runOnContext(left -> mine.next());
                    } else {
                        send(mine, answer);
                    }
                });
    }

    private @Nullable Supplier<@Nullable Tracked> offered(HttpServerRequest request) {
        if (request.method() != HttpMethod.GET || !threads.isPublicRead(request)) {
            return null;
        }
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        if (accepted.size() > 1 || accepted.size() == 1 && !JSON.contains(accepted.get(0))) {
            return null;
        }
        Map<String, String> query = RawQuery.plain(request.query());
        if (query == null) {
            return null;
        }
        String path = request.path();
        for (DirectRead offer : offers) {
            Supplier<@Nullable Tracked> read = offer.of(path, query);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    /// @return null where the resource is to answer
    private @Nullable Rendered rendered(RoutingContext call, Supplier<@Nullable Tracked> read) {
        try {
            return Expected.by(call) == null ? answer(call, read) : toKeep(call, read);
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s is left to its resource", call.request().path());
            return null;
        }
    }

    private @Nullable Rendered answer(RoutingContext call, Supplier<@Nullable Tracked> read) {
        Tracked answer = read.get();
        return answer == null ? null : rendering.of(answer, JSON_TYPE, call.request(), null, false);
    }

    /// Within a request, so that it gets known what the answer depends on.
    private @Nullable Rendered toKeep(RoutingContext call, Supplier<@Nullable Tracked> read) {
        ManagedContext requests = Arc.container().requestContext();
        InjectableContext.ContextState mine = requests.activate();
        try {
            Rendered answer = answer(call, read);
            if (answer != null) {
                keeping.keep(call, answer, answer.headers());
            }
            return answer;
        } finally {
            requests.destroy(mine);
            requests.deactivate();
        }
    }

    private void send(RoutingContext call, Rendered answer) {
        answered.increment();
        HttpServerResponse response = call.response();
        MultiMap headers = response.headers();
        answer.headers().forEach(headers::set);
        headers.set(HttpHeaders.CONTENT_TYPE, JSON_TYPE.toString());
        if (answer.isNotModified()) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(Buffer.buffer(Unpooled.wrappedBuffer(answer.sent())));
        }
    }
}
