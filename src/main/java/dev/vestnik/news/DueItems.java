package dev.vestnik.news;

import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The transactions of the schedule's worker.
@Singleton
class DueItems {

    static final int AT_ONCE = 200;

    private final Reads reads;
    private final Schedule schedule;

    DueItems(Reads reads, Schedule schedule) {
        this.reads = reads;
        this.schedule = schedule;
    }

    /// Items for which something is due, those first that have waited longest.
    List<UUID> at(Instant now, List<UUID> but) {
        Sql query = Sql.of("select item_id from schedule_entry where at <= ?", now);
        if (!but.isEmpty()) {
            query.add(" and not ").add(Sql.in("item_id", but));
        }
        query.add(" group by item_id order by min(at), item_id fetch first ? rows only", AT_ONCE);
        return reads.list(query, Row::id);
    }

    /// Carries out what is due for one item, unless another node is at it.
    @Transactional
    void carryOut(UUID item) {
        schedule.claim(item);
    }
}
