package dev.vestnik.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Gives every request an id, by which its line in the audit log is found. A client's own is kept
/// where it is a UUID; anything else might be a secret in the wrong place.
@Singleton
public class RequestId {

    private static final String HEADER = "X-Request-Id";
    private static final int BEFORE_ALL = 310;

    void register(@Observes Filters filters) {
        filters.register(RequestId::give, BEFORE_ALL);
    }

    private static void give(RoutingContext call) {
        String sent = call.request().getHeader(HEADER);
        String id = sent != null && Ids.isId(sent) ? sent : Ids.next().toString();
        call.put(HEADER, id);
        call.response().putHeader(HEADER, id);
        call.next();
    }

    public static String of(RoutingContext call) {
        return call.get(HEADER);
    }
}
