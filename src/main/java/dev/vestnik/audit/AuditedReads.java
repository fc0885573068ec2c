package dev.vestnik.audit;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import org.jspecify.annotations.Nullable;

/// Writes the lines of what a GET read of one person, in a transaction of their own between that of
/// the reading and the answer: a reading holds no other writer up, and where the line cannot be
/// written nothing is told.
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
class AuditedReads {

    private final AuditLog log;

    AuditedReads(AuditLog log) {
        this.log = log;
    }

    @AroundInvoke
    @Nullable Object record(InvocationContext operation) throws Exception {
        Object answer = operation.proceed();
        if (operation.getMethod().isAnnotationPresent(GET.class)) {
            log.settleReads();
        }
        return answer;
    }
}
