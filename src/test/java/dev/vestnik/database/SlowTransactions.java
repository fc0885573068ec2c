package dev.vestnik.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Stands within every transaction, and has the methods of one class wait there while a test wants
/// that.
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 205)
class SlowTransactions {

    /// How the methods of one class are held up.
    record Slow(String type, long secondsBefore, long secondsAfter) {}

    static volatile @Nullable Slow slow;

    @AroundInvoke
    @Nullable Object wait(InvocationContext call) throws Exception {
        Slow wanted = slow;
        if (wanted == null
                || !call.getMethod().getDeclaringClass().getSimpleName().equals(wanted.type())) {
            return call.proceed();
        }
        TimeUnit.SECONDS.sleep(wanted.secondsBefore());
        Object answer = call.proceed();
        TimeUnit.SECONDS.sleep(wanted.secondsAfter());
        return answer;
    }
}
