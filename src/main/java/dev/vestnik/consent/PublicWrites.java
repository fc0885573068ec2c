package dev.vestnik.consent;

import dev.vestnik.edge.ClientAddress;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Holds what the public writes within its limits, before the body is read.
class PublicWrites {

    private static final int MOST_BYTES = 16 * 1024;

    private final RoutingContext call;
    private final ClientAddress addresses;
    private final WriteLimit limit;

    PublicWrites(RoutingContext call, ClientAddress addresses, WriteLimit limit) {
        this.call = call;
        this.addresses = addresses;
        this.limit = limit;
    }

    @ServerRequestFilter
    void admit(ResourceInfo resource) {
        Method operation = resource.getResourceMethod();
        PublicWrite mark = operation == null ? null : operation.getAnnotation(PublicWrite.class);
        if (mark == null) {
            return;
        }
        limit.take(addresses.counted(call.request()), mark.withdraws());
        if (call.body() != null && call.body().length() > MOST_BYTES) {
            throw Problem.of(ProblemType.BODY_TOO_LARGE, "At most 16 KiB are taken here.");
        }
    }
}
