package dev.vestnik.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// What happens on the event loop before a resource is called: security and CORS headers, and the
/// whole of a request's body read within a limit and a deadline, so that slow senders never hold a
/// worker thread.
@Singleton
class FrontDoor {

    private static final Set<HttpMethod> WITH_BODY =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int HEADERS_FIRST = 300;
    private static final int BODY_THEN = 200;
    private static final String DEADLINE = FrontDoor.class.getName() + ".deadline";

    private static final CharSequence TYPE_OPTIONS = named("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = named("nosniff");
    private static final CharSequence REFERRER = named("Referrer-Policy");
    private static final CharSequence REFERRER_POLICY = named("strict-origin-when-cross-origin");
    private static final CharSequence FRAMES = named("X-Frame-Options");
    private static final CharSequence DENY = named("DENY");
    private static final CharSequence ALLOWED_ORIGIN = named("Access-Control-Allow-Origin");
    private static final CharSequence ANYONE = named("*");
    private static final CharSequence EXPOSED = named("Access-Control-Expose-Headers");
    private static final CharSequence EXPOSED_HEADERS =
            named("ETag, Link, Location, Last-Modified, Retry-After");

    private final EdgeSettings settings;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final BodyHandler bodies;

    FrontDoor(EdgeSettings settings, Vertx vertx, ObjectMapper json) {
        this.settings = settings;
        this.vertx = vertx;
        this.json = json;
        this.bodies = BodyHandler.create(false).setBodyLimit(settings.maxBody());
    }

    private static CharSequence named(String text) {
        return HttpHeaders.createOptimized(text);
    }

    void open(@Observes Filters filters) {
        filters.register(this::headers, HEADERS_FIRST);
        filters.register(this::limit, BODY_THEN + 2);
        filters.register(this::read, BODY_THEN + 1);
        filters.register(this::arrived, BODY_THEN);
    }

    void failures(@Observes Router router) {
        for (int status : new int[] {400, 413, 414, 431}) {
            router.errorHandler(status, call -> fail(call, ProblemType.ofStatus(status)));
        }
    }

    private void headers(RoutingContext call) {
        HttpServerResponse response = call.response();
        secure(response.headers());
        HttpServerRequest request = call.request();
        String origin = request.getHeader("Origin");
        if (origin == null) {
            call.next();
            return;
        }
        String wanted = request.getHeader("Access-Control-Request-Method");
        boolean preflight = request.method() == HttpMethod.OPTIONS && wanted != null;
        String method = preflight ? wanted : request.method().name();
        boolean trusted = settings.allowedOrigins().orElse(List.of()).contains(origin);
        if (trusted) {
            response.putHeader("Access-Control-Allow-Origin", origin);
            response.putHeader("Vary", "Origin");
        } else if (READING.contains(method)) {
            response.putHeader("Access-Control-Allow-Origin", "*");
        }
        if (!preflight) {
            response.headers().set(EXPOSED, EXPOSED_HEADERS);
            call.next();
            return;
        }
        if (trusted || READING.contains(method)) {
            response.putHeader(
                    "Access-Control-Allow-Methods",
                    trusted ? "GET, HEAD, POST, PUT, PATCH, DELETE" : "GET, HEAD");
            response.putHeader(
                    "Access-Control-Allow-Headers",
                    trusted
                            ? "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, Consent-Token, Last-Event-ID"
                            : "Accept, If-None-Match, If-Modified-Since, Consent-Token, Last-Event-ID");
            response.putHeader("Access-Control-Max-Age", "86400");
        }
        response.setStatusCode(204).end();
    }

    /// What every answer has, so that browsers make no more of it than it is.
    static void secure(MultiMap headers) {
        headers.add(TYPE_OPTIONS, NOSNIFF).add(REFERRER, REFERRER_POLICY).add(FRAMES, DENY);
    }

    /// What answers to pages of any origin have, whose scripts may read them.
    static void openToAnyone(MultiMap headers) {
        headers.add(ALLOWED_ORIGIN, ANYONE).add(EXPOSED, EXPOSED_HEADERS);
    }

    private void limit(RoutingContext call) {
        if (!WITH_BODY.contains(call.request().method())) {
            call.next();
            return;
        }
        if (declaredLength(call.request()) > settings.maxBody()) {
            fail(call, ProblemType.BODY_TOO_LARGE);
            return;
        }
        call.put(
                DEADLINE,
                vertx.setTimer(settings.bodyDeadline().toMillis(), timer -> tooSlow(call)));
        call.addEndHandler(ended -> vertx.cancelTimer(call.get(DEADLINE)));
        call.next();
    }

    private void read(RoutingContext call) {
        if (WITH_BODY.contains(call.request().method())) {
            bodies.handle(call);
        } else {
            call.next();
        }
    }

    /// An absent body is an empty one: left null, Quarkus REST would wait for one that has already
    /// ended.
    private void arrived(RoutingContext call) {
        Long deadline = call.get(DEADLINE);
        if (deadline != null) {
            vertx.cancelTimer(deadline);
            if (call.body().buffer() == null) {
                ((RoutingContextInternal) call).setBody(Buffer.buffer());
            }
            if (call.body().length() <= 0 && !isJson(call.request())) {
                // Clients that send nothing often name a form's type all the same.
                call.request().headers().remove("Content-Type");
            }
        }
        call.next();
    }

    private static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.contains("json");
    }

    /// Many clients say of a read too how long its body is: 0.
    static boolean hasBody(MultiMap sent) {
        String length = sent.get(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0")
                || sent.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static long declaredLength(HttpServerRequest request) {
        try {
            String length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void tooSlow(RoutingContext call) {
        if (!call.response().headWritten()) {
            fail(call, ProblemType.REQUEST_TIMEOUT);
        }
    }

    private void fail(RoutingContext call, ProblemType type) {
        HttpServerResponse response = call.response();
        if (response.headWritten()) {
            return;
        }
        boolean stillArriving =
                type == ProblemType.BODY_TOO_LARGE || type == ProblemType.REQUEST_TIMEOUT;
        if (stillArriving) {
            response.putHeader("Connection", "close");
        }
        Problem problem = Problem.of(type, type.title() + ".");
        response.setStatusCode(type.status())
                .putHeader("Content-Type", ProblemMapping.PROBLEM_JSON.toString())
                .putHeader("Cache-Control", "no-store")
                .end(Buffer.buffer(written(ProblemDetails.of(problem, call.normalizedPath()))));
    }

    private byte[] written(ProblemDetails details) {
        try {
            return json.writeValueAsBytes(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can always be written", e);
        }
    }
}
