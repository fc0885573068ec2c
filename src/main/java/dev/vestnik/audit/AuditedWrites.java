package dev.vestnik.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/// Adds the line of a write inside its transaction: both are there, or neither.
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 240)
class AuditedWrites {

    private final AuditLog log;
    private final RoutingContext call;
    private final UriInfo uri;

    AuditedWrites(AuditLog log, RoutingContext call, UriInfo uri) {
        this.log = log;
        this.call = call;
        this.uri = uri;
    }

    @AroundInvoke
    Object record(InvocationContext operation) throws Exception {
        Object answer = operation.proceed();
        if (!Deeds.isWrite(operation.getMethod())) {
            return answer;
        }
        Deeds.markWritten(call);
        if (!QuarkusTransaction.isRollbackOnly()) {
            int status = 200;
            String location = null;
            if (answer instanceof RestResponse<?> response) {
                status = response.getStatus();
                location = response.getHeaderString("Location");
            }
            log.done(Deeds.done(operation.getMethod(), uri, status, location));
        }
        return answer;
    }
}
