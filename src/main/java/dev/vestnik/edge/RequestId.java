package dev.vestnik.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Gives every request an id, by which its line in the audit log is found. A client's own is kept
/// where it is a UUID; anything else might be a secret in the wrong place.
@Singleton
public class RequestId {

    private static final String HEADER = "X-Request-Id";
    private static final CharSequence NAME = HttpHeaders.createOptimized(HEADER);
    private static final int BEFORE_ALL = 310;

    void register(@Observes Filters filters) {
        filters.register(RequestId::give, BEFORE_ALL);
    }

    private static void give(RoutingContext call) {
        String id = id(call.request());
        call.put(HEADER, id);
        call.response().headers().set(NAME, id);
        call.next();
    }

    /// Gives one to an answer that nothing else tells of.
    static void give(HttpServerRequest request, MultiMap headers) {
        headers.add(NAME, id(request));
    }

    private static String id(HttpServerRequest request) {
        String sent = request.getHeader(NAME);
        return sent != null && Ids.isId(sent) ? sent : Ids.quick().toString();
    }

    public static String of(RoutingContext call) {
        return call.get(HEADER);
    }
}
