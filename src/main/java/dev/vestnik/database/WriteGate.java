package dev.vestnik.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import org.jspecify.annotations.Nullable;

/// Stands around every transaction but those of a GET, and lets one at a time write to H2. A GET
/// writes nothing inside its transaction; what it leaves in the audit log is written after it.
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
class WriteGate {

    private final OneWriter writer;

    WriteGate(OneWriter writer) {
        this.writer = writer;
    }

    @AroundInvoke
    @Nullable Object oneWriterAtATime(InvocationContext call) throws Exception {
        return call.getMethod().isAnnotationPresent(GET.class)
                ? call.proceed()
                : writer.<@Nullable Object, Exception>writing(call::proceed);
    }
}
