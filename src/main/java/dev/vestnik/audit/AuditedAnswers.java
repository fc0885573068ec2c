package dev.vestnik.audit;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Adds the lines of refused writes, and of those that need no transaction, logins among them.
class AuditedAnswers {

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private final AuditLog log;
    private final RoutingContext call;

    AuditedAnswers(AuditLog log, RoutingContext call) {
        this.log = log;
        this.call = call;
    }

    @ServerResponseFilter
    void record(ContainerResponseContext answer, ResourceInfo resource, UriInfo uri) {
        Method operation = resource.getResourceMethod();
        if (operation == null || !Deeds.isWrite(operation)) {
            return;
        }
        int status = answer.getStatus();
        if (REFUSED.contains(status)) {
            log.refused(Deeds.refused(operation, uri, status));
        } else if (status < 300
                && !Deeds.isWritten(call)
                && answer.getHeaderString("Idempotency-Replayed") == null) {
            AuditLog.Deed deed =
                    Deeds.done(operation, uri, status, answer.getHeaderString("Location"));
            if (BlockingOperationControl.isBlockingAllowed()) {
                log.done(deed);
            } else {
                log.doneSoon(deed);
            }
        }
    }
}
