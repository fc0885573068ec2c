package dev.vestnik.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Answers public reads from ready bytes on the event loop, before anything else of the program is
/// reached. What is not ready is computed once, however many wait for it. `Cache-Status` (RFC 9211)
/// tells which it was.
@Singleton
class CachedAnswers {

    static final CharSequence STATUS = HttpHeaders.createOptimized("Cache-Status");
    static final CharSequence STORED = HttpHeaders.createOptimized("vestnik; fwd=miss; stored");

    private static final CharSequence HIT = HttpHeaders.createOptimized("vestnik; hit");
    private static final CharSequence MISS = HttpHeaders.createOptimized("vestnik; fwd=miss");
    private static final CharSequence COLLAPSED =
            HttpHeaders.createOptimized("vestnik; fwd=miss; collapsed");
    private static final CharSequence BYPASS = HttpHeaders.createOptimized("vestnik; fwd=bypass");
    private static final CharSequence CONSENT_TOKEN = HttpHeaders.createOptimized("Consent-Token");
    private static final int FIRST = 400;
    private static final int NOT_MODIFIED = 304;

    private final CacheSettings settings;
    private final EdgeSettings edge;
    private final ResponseCache cache;
    private final Freshness freshness;
    private final String[] paths;
    private final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    CachedAnswers(
            CacheSettings settings,
            EdgeSettings edge,
            ResponseCache cache,
            Freshness freshness,
            MeterRegistry metrics) {
        this.settings = settings;
        this.edge = edge;
        this.cache = cache;
        this.freshness = freshness;
        this.paths = settings.paths().toArray(String[]::new);
        metrics.more().counter("vestnik.cache.hits", List.of(), hits);
        metrics.more().counter("vestnik.cache.misses", List.of(), misses);
        metrics.gauge("vestnik.cache.bytes", cache, ResponseCache::weight);
    }

    void open(@Observes Filters filters) {
        if (settings.enabled()) {
            filters.register(this::answer, FIRST);
        }
    }

    private void answer(RoutingContext call) {
        HttpServerRequest request = call.request();
        HttpMethod method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD
                || !isBelow(request.uri(), paths)) {
            call.next();
            return;
        }
        if (isSomebodys(request.headers())) {
            goOn(call, BYPASS);
            return;
        }
        switch (freshness.standing()) {
            case SURE -> find(call);
            case SOON -> {
                Context context = Vertx.currentContext();
                request.pause();
                freshness.whenSettled(() ->
                        context.runOnContext(settled -> {
                            request.resume();
                            answer(call);
                        }));
            }
            default -> goOn(call, BYPASS);
        }
    }

    static boolean isBelow(String target, String[] paths) {
        for (String path : paths) {
            if (target.startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the answer may be for this client alone.
    private boolean isSomebodys(MultiMap sent) {
        if (sent.contains(HttpHeaders.AUTHORIZATION)
                || sent.contains(CONSENT_TOKEN)
                || FrontDoor.hasBody(sent)) {
            return true;
        }
        String origin = sent.get(HttpHeaders.ORIGIN);
        return origin != null
                && edge.allowedOrigins().map(trusted -> trusted.contains(origin)).orElse(false);
    }

    private static void goOn(RoutingContext call, CharSequence status) {
        call.response().putHeader(STATUS, status);
        call.next();
    }

    private void find(RoutingContext call) {
        HttpServerRequest request = call.request();
        List<String> accepted = request.headers().getAll(HttpHeaders.ACCEPT);
        if (accepted.size() > 1) {
            goOn(call, BYPASS);
            return;
        }
        ResponseCache.Spelling asked =
                new ResponseCache.Spelling(
                        request.uri(), accepted.isEmpty() ? null : accepted.get(0));
        boolean compressed = Gzip.isAccepted(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (!give(call, cache.find(asked), compressed, HIT)) {
            String address = CacheKey.of(asked.target());
            if (address == null) {
                goOn(call, BYPASS);
            } else if (!give(call, cache.find(asked, address), compressed, HIT)) {
                compute(call, asked, address, compressed);
            }
        }
    }

    private void compute(
            RoutingContext call, ResponseCache.Spelling asked, String address, boolean compressed) {
        Flight mine = new Flight(cache.epoch());
        String kind = address + '\n' + asked.accept() + '\n' + compressed;
        // Whoever asks after a change does not get what was begun before it.
        Flight taken =
                flights.compute(
                        kind,
                        (key, present) ->
                                present != null && present.epoch == mine.epoch ? present : mine);
        if (taken == mine) {
            // Another may have landed since this one looked for a ready answer.
            ReadyAnswer landed = cache.find(asked, address);
            if (give(call, landed, compressed, HIT)) {
                flights.remove(kind, mine);
                mine.land(landed);
                return;
            }
            misses.increment();
            new Expected(mine, address, asked).of(call);
            call.addEndHandler(ended -> {
                flights.remove(kind, mine);
                mine.land(null);
            });
            goOn(call, MISS);
            return;
        }
        misses.increment();
        Context context = Vertx.currentContext();
        call.request().pause();
        taken.await(ready ->
                context.runOnContext(landed -> {
                    call.request().resume();
                    if (!give(call, ready, compressed, COLLAPSED)) {
                        goOn(call, MISS);
                    }
                }));
    }

    private boolean give(
            RoutingContext call,
            @Nullable ReadyAnswer ready,
            boolean compressed,
            CharSequence status) {
        ReadyAnswer.Form form = ready == null ? null : ready.form(compressed);
        if (ready == null || form == null) {
            return false;
        }
        hits.increment();
        HttpServerRequest request = call.request();
        HttpServerResponse response = call.response();
        MultiMap headers = response.headers();
        FrontDoor.secure(headers);
        if (request.headers().contains(HttpHeaders.ORIGIN)) {
            FrontDoor.openToAnyone(headers);
        }
        RequestId.give(request, headers);
        headers.add(STATUS, status);
        boolean notModified =
                Conditions.notModified(
                        request.getHeader(HttpHeaders.IF_NONE_MATCH),
                        request.getHeader(HttpHeaders.IF_MODIFIED_SINCE),
                        form.etag,
                        ready.modified);
        int end = notModified ? form.always : form.headers.length;
        for (int i = 0; i < end; i += 2) {
            headers.add(form.headers[i], form.headers[i + 1]);
        }
        if (notModified) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(form.body());
        }
        return true;
    }
}
