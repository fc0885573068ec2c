package dev.vestnik.edge;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// What is to be kept of a request's answer, should it turn out to be one that is.
///
/// @param address the request's, in the form under which answers are kept
/// @param asked the same as the client spelled it
record Expected(Flight flight, String address, ResponseCache.Spelling asked) {

    private static final String PLACE = Expected.class.getName();

    void of(RoutingContext call) {
        call.put(PLACE, this);
    }

    static @Nullable Expected by(RoutingContext call) {
        return call.get(PLACE);
    }
}
