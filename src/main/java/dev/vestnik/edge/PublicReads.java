package dev.vestnik.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has the public's reads worked on by a few threads of their own. However many ask for what is not
/// ready there, the newsroom finds threads and connections; and a few that go from one read to the
/// next are not put to sleep and woken for each, as dozens would be.
@Singleton
class PublicReads {

    /// After all else that happens on the event loop.
    private static final int LAST = 50;

    /// Of the threads, unless a deployment says otherwise.
    private static final int MOST = 8;

    private final String[] paths;
    private final WorkerExecutor threads;

    @Inject
    PublicReads(ReadSettings settings, Vertx vertx) {
        this(settings.paths(), settings.threads().orElseGet(PublicReads::usual), vertx);
    }

    PublicReads(List<String> paths, int threads, Vertx vertx) {
        this.paths = paths.toArray(String[]::new);
        this.threads = vertx.createSharedWorkerExecutor("public-reads", threads);
    }

    private static int usual() {
        return Math.min(MOST, 2 * Runtime.getRuntime().availableProcessors());
    }

    @PreDestroy
    void close() {
        threads.close();
    }

    void open(@Observes Filters filters) {
        filters.register(this::work, LAST);
    }

    /// Goes on in one of the threads, unless the client has left until one is free.
    void work(RoutingContext call) {
        if (!isPublicRead(call.request())) {
            call.next();
            return;
        }
        work(call, RoutingContext::next);
    }

    /// Goes on with something else in one of them.
    void work(RoutingContext call, Consumer<RoutingContext> then) {
        threads.executeBlocking(new Read(call, then), false);
    }

    /// Lets go of its call when it begins: a thread of the pool knows its last work until it gets
    /// another, and the call all that was made for its answer.
    private static final class Read implements Callable<@Nullable Void> {

        private @Nullable RoutingContext call;

        private final Consumer<RoutingContext> then;

        private Read(RoutingContext call, Consumer<RoutingContext> then) {
            this.call = call;
            this.then = then;
        }

        @Override
        public @Nullable Void call() {
            RoutingContext mine = call;
            call = null;
            if (mine != null && !mine.response().closed()) {
                try {
                    then.accept(mine);
                } catch (RuntimeException e) {
                    mine.fail(e);
                }
            }
            return null;
        }
    }

    /// A body would have to be read on the event loop.
    boolean isPublicRead(HttpServerRequest request) {
        HttpMethod method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD
                || request.headers().contains(HttpHeaders.AUTHORIZATION)
                || FrontDoor.hasBody(request.headers())) {
            return false;
        }
        return CachedAnswers.isBelow(request.uri(), paths);
    }
}
