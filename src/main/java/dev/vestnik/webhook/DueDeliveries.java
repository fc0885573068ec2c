package dev.vestnik.webhook;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Takes what is due, under a lease that runs out where the node that took it dies. Whoever takes
/// holds the turn of all nodes meanwhile, so that the limits and the order hold for all of them
/// together; nobody holds anything while something is being sent.
@Singleton
class DueDeliveries {

    private static final int LOOKED_AT = 200;
    private static final String NO_HOST = "";

    private final EntityManager database;
    private final Reads reads;
    private final WebhookSecrets secrets;
    private final WebhookSettings settings;
    private final InstantSource time;

    DueDeliveries(
            EntityManager database,
            Reads reads,
            WebhookSecrets secrets,
            WebhookSettings settings,
            InstantSource time) {
        this.database = database;
        this.reads = reads;
        this.secrets = secrets;
        this.settings = settings;
        this.time = time;
    }

    /// Whether it is worth taking the turn.
    boolean areThere() {
        Instant now = time.instant();
        Sql query =
                Sql.of(
                        """
                        select id from webhook_delivery where state = ? and next_at <= ?
                        and (leased_until is null or leased_until <= ?) fetch first 1 rows only\
                        """,
                        DeliveryState.PENDING.name(),
                        now,
                        now);
        return !reads.list(query, Row::id).isEmpty();
    }

    private record Due(Delivery delivery, Webhook webhook) {}

    /// Takes some of what is due, none of it before what happened earlier to the same subject has
    /// arrived or was given up.
    ///
    /// @return none where another node is at it
    @Transactional
    List<Message> take(int most) {
        if (most == 0 || !isOurTurn()) {
            return List.of();
        }
        Instant now = time.instant();
        Map<String, Integer> busy = busyHosts(now);
        List<Message> taken = new ArrayList<>();
        for (Due due : due(now, full(busy))) {
            Webhook webhook = due.webhook();
            if (taken.size() < most
                    && busy.merge(webhook.host, 1, Integer::sum) <= settings.atOncePerHost()) {
                UUID lease = UUID.randomUUID();
                due.delivery().lease(lease, now, settings.lease());
                taken.add(
                        new Message(
                                due.delivery().id,
                                lease,
                                webhook.url,
                                due.delivery().body,
                                secrets.keys(webhook, now)));
            }
        }
        return taken;
    }

    private boolean isOurTurn() {
        return !database.createNativeQuery(
                        "select id from webhook_turn where id = 1 for update skip locked",
                        Integer.class)
                .getResultList()
                .isEmpty();
    }

    private List<Due> due(Instant now, List<String> full) {
        return database
                .createQuery(
                        """
                        select d, w from Delivery d join Webhook w on w.id = d.webhookId
                        where d.state = PENDING and d.nextAt <= :now
                        and (d.leasedUntil is null or d.leasedUntil <= :now)
                        and (d.type = :test or not w.disabled and (w.pausedUntil is null or w.pausedUntil <= :now))
                        and w.host not in :full
                        and not exists (
                            select 1 from Delivery e where e.webhookId = d.webhookId
                            and e.subjectId = d.subjectId and e.state = PENDING and e.seq < d.seq)
                        order by d.nextAt, d.seq, d.id\
                        """,
                        Object[].class)
                .setParameter("now", now)
                .setParameter("test", Delivery.TEST)
                .setParameter("full", full)
                .setMaxResults(LOOKED_AT)
                .getResultList()
                .stream()
                .map(row -> new Due((Delivery) row[0], (Webhook) row[1]))
                .toList();
    }

    private Map<String, Integer> busyHosts(Instant now) {
        Map<String, Integer> busy = new HashMap<>();
        database.createQuery(
                        """
                        select w.host, count(*) from Delivery d join Webhook w on w.id = d.webhookId
                        where d.leasedUntil > :now group by w.host\
                        """,
                        Object[].class)
                .setParameter("now", now)
                .getResultList()
                .forEach(row -> busy.put((String) row[0], ((Long) row[1]).intValue()));
        return busy;
    }

    private List<String> full(Map<String, Integer> busy) {
        List<String> full = new ArrayList<>(List.of(NO_HOST));
        busy.forEach((host, count) -> {
            if (count >= settings.atOncePerHost()) {
                full.add(host);
            }
        });
        return full;
    }
}
