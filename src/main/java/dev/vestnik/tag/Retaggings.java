package dev.vestnik.tag;

import dev.vestnik.audit.AuditLog;
import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// The transactions by which items follow a tag that goes.
@Singleton
class Retaggings {

    /// In seconds. The last one looks through all that the others left behind.
    private static final int LONGEST = 60;

    private final EntityManager database;
    private final Reads reads;
    private final TagUse use;
    private final TagRemoval removal;
    private final AuditLog audit;
    private final InstantSource time;

    Retaggings(
            EntityManager database,
            Reads reads,
            TagUse use,
            TagRemoval removal,
            AuditLog audit,
            InstantSource time) {
        this.database = database;
        this.reads = reads;
        this.use = use;
        this.removal = removal;
        this.audit = audit;
        this.time = time;
    }

    /// Tags that go and whose items have not all followed, the oldest first.
    List<UUID> running() {
        return reads.list(
                Sql.of(
                        "select tag_id from retagging where finished_at is null order by started_at, tag_id"),
                Row::id);
    }

    /// Lets the next items of a tag follow, and the tag go after the last of them, unless another
    /// node is at it.
    ///
    /// @return whether it did
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    boolean goOn(UUID tag) {
        List<Retagging> free =
                database.createNativeQuery(
                                "select * from retagging where tag_id = :tag and finished_at is null"
                                        + " for update skip locked",
                                Retagging.class)
                        .setParameter("tag", tag)
                        .getResultList();
        free.forEach(this::goOn);
        return !free.isEmpty();
    }

    private void goOn(Retagging retagging) {
        TagUse.Replaced replaced =
                use.replaceNext(retagging.tagId, retagging.intoId, retagging.reached);
        if (replaced.last() != null) {
            retagging.advance(replaced.items(), replaced.last());
            return;
        }
        Tag into = retagging.intoId == null ? null : Tag.findById(retagging.intoId);
        int rest = removal.finish(Tag.findById(retagging.tagId), into);
        retagging.finish(replaced.items() + rest, time.instant());
        audit.carriedOut(
                retagging.startedBy,
                into == null ? "Retagging_DELETE" : "Retagging_MERGE",
                "tags",
                retagging.tagId.toString());
    }
}
