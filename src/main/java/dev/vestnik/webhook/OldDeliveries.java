package dev.vestnik.webhook;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Deliveries that came to their end long ago.
@Singleton
class OldDeliveries {

    private static final int AT_ONCE = 1000;

    private final EntityManager database;
    private final WebhookSettings settings;
    private final InstantSource time;

    OldDeliveries(EntityManager database, WebhookSettings settings, InstantSource time) {
        this.database = database;
        this.settings = settings;
        this.time = time;
    }

    /// Forgets the next ones.
    ///
    /// @return whether there may be more
    @Transactional
    boolean forgetNext() {
        int gone =
                database.createNativeQuery(
                                """
                                delete from webhook_delivery where id in (
                                    select id from webhook_delivery where ended_at < :before
                                    order by ended_at limit :most)\
                                """)
                        .setParameter("before", time.instant().minus(settings.deliveriesKept()))
                        .setParameter("most", AT_ONCE)
                        .executeUpdate();
        return gone == AT_ONCE;
    }
}
