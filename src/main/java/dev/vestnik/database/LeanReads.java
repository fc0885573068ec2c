package dev.vestnik.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Stands within the transaction of every GET: what it loads is read only. Hibernate then keeps no
/// second copy of each entity, and compares none at the end.
@Transactional
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
class LeanReads {

    private final EntityManager database;

    LeanReads(EntityManager database) {
        this.database = database;
    }

    @AroundInvoke
    @Nullable Object readOnly(InvocationContext call) throws Exception {
        if (call.getMethod().isAnnotationPresent(GET.class) && QuarkusTransaction.isActive()) {
            Session session = database.unwrap(Session.class);
            session.setDefaultReadOnly(true);
            session.setHibernateFlushMode(FlushMode.MANUAL);
        }
        return call.proceed();
    }
}
