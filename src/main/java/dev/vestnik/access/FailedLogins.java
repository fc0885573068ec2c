package dev.vestnik.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Spares requests what Quarkus REST does to each so that a credential that is not good is answered
/// by a problem. It puts its own handler of such failures in the place of the common one, and first
/// looks up the template of the path, for metrics of HTTP that nobody counts here, in a table that
/// it makes anew: a third of what happened on the event loop. Its handler, which is the same for
/// all requests, is kept from the first one and given to the others.
@Singleton
class FailedLogins {

    /// After Quarkus has put the common handler there, at 200, and before Quarkus REST finds it, at
    /// 199.
    private static final int BEFORE_REST = 200;

    private static final int AFTER_REST = 198;

    private volatile @Nullable Object handler;

    void open(@Observes Filters filters) {
        filters.register(this::give, BEFORE_REST);
        filters.register(this::keep, AFTER_REST);
    }

    private void give(RoutingContext call) {
        Object kept = handler;
        if (kept != null) {
            call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, kept);
        }
        call.next();
    }

    private void keep(RoutingContext call) {
        Object present = call.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        if (handler == null && !(present instanceof DefaultAuthFailureHandler)) {
            handler = present;
        }
        call.next();
    }
}
