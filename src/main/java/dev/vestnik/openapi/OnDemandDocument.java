package dev.vestnik.openapi;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/// Lets Quarkus prepare the OpenAPI document when it is first asked for: to read it and to write it
/// as JSON and as YAML is a tenth of a start, and most nodes are never asked.
@OnDemand
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class OnDemandDocument {

    private static final String PREPARES = "prepareDocument";

    private @Nullable InvocationContext preparation;

    @AroundInvoke
    synchronized @Nullable Object call(InvocationContext call) throws Exception {
        if (call.getMethod().getName().equals(PREPARES)) {
            preparation = call;
            return null;
        }
        InvocationContext due = preparation;
        if (due != null) {
            due.proceed();
            preparation = null;
        }
        return call.proceed();
    }
}
