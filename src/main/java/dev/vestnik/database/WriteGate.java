package dev.vestnik.database;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Lets one write transaction at a time into H2, in the order in which they came.
///
/// H2 acknowledges two optimistic updates of the same version when several writers commit at once;
/// PostgreSQL does not, and is not held back. Stands around every transaction but those of a GET.
/// Waiting ends after two seconds with 503. Embedded means one process, so a lock in memory is
/// enough; it is taken before a connection is, so that waiting writers leave the readers theirs.
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
class WriteGate {

    private static final ReentrantLock WRITER = new ReentrantLock(true);
    private static final long PATIENCE_SECONDS = 2;

    private final boolean embedded;

    WriteGate(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.embedded = EitherDriver.isEmbedded(url);
    }

    @AroundInvoke
    Object oneWriterAtATime(InvocationContext call) throws Exception {
        if (!embedded || call.getMethod().isAnnotationPresent(GET.class)) {
            return call.proceed();
        }
        if (!WRITER.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw Problem.of(
                    ProblemType.BUSY, "Too many writes are waiting; try again in a moment.");
        }
        try {
            return call.proceed();
        } finally {
            WRITER.unlock();
        }
    }
}
