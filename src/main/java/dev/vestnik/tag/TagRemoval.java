package dev.vestnik.tag;

import dev.vestnik.access.Caller;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLog;
import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import dev.vestnik.database.Writes;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lets tags go, into another or for good, in the present transaction where few items carry them. A
/// tag may be on the whole archive: then its items follow by many transactions, and it goes by the
/// last of them, as it would have gone by the only one.
@Singleton
class TagRemoval {

    /// Of items. So many take a second or two on H2, where other writers wait that long.
    static final int FEW = 500;

    private static final String HELD = "update tag set updated_at = updated_at where id = ?";
    private static final String SHUT = "select id from tag where id = ? for update";

    private final TagEditing editing;
    private final TagUse use;
    private final Reads reads;
    private final Writes writes;
    private final ChangeLog changes;
    private final Caller caller;
    private final InstantSource time;

    TagRemoval(
            TagEditing editing,
            TagUse use,
            Reads reads,
            Writes writes,
            ChangeLog changes,
            Caller caller,
            InstantSource time) {
        this.editing = editing;
        this.use = use;
        this.reads = reads;
        this.writes = writes;
        this.changes = changes;
        this.caller = caller;
        this.time = time;
    }

    /// Lets a tag go, or begins to.
    ///
    /// @param into the tag that takes over; null for none
    /// @return how far its items are; empty where it is gone
    /// @throws Problem 409 where one of the two goes another way already, or is gone
    Optional<Retagging> remove(Tag tag, @Nullable Tag into) {
        UUID other = into == null ? null : into.id;
        hold(tag.id, other);
        Optional<Retagging> begun = begun(tag.id, other);
        if (begun.isPresent()) {
            return begun;
        }
        long items = use.all(tag.id);
        if (items > FEW) {
            Retagging retagging =
                    Retagging.begun(
                            tag.id, other, caller.username().orElse(null), items, time.instant());
            retagging.persist();
            return Optional.of(retagging);
        }
        finish(tag, into);
        return Optional.empty();
    }

    /// Whoever merges or deletes one of them waits; whoever gives one to an item does not.
    private void hold(UUID tag, @Nullable UUID into) {
        Stream.of(tag, into)
                .filter(Objects::nonNull)
                .sorted()
                .forEach(id -> {
                    if (writes.update(Sql.of(HELD, id)) == 0) {
                        throw Problem.of(ProblemType.CONFLICT, "The tag " + id + " has just gone.");
                    }
                });
    }

    private static Optional<Retagging> begun(UUID tag, @Nullable UUID into) {
        List<UUID> both = Stream.of(tag, into).filter(Objects::nonNull).toList();
        for (Retagging running : Retagging.running(both)) {
            if (running.tagId.equals(tag) && Objects.equals(running.intoId, into)) {
                return Optional.of(running);
            }
            if (running.tagId.equals(tag)) {
                throw onItsWay("It is", running);
            }
            if (running.tagId.equals(into)) {
                throw onItsWay("The other tag is", running);
            }
            if (tag.equals(running.intoId)) {
                throw Problem.of(
                        ProblemType.INVALID_STATE,
                        "Another tag, "
                                + running.tagId
                                + ", is being merged into it; wait until all items have followed.");
            }
        }
        return Optional.empty();
    }

    private static Problem onItsWay(String who, Retagging running) {
        String what = running.intoId == null ? "deleted" : "merged into " + running.intoId;
        return Problem.of(ProblemType.INVALID_STATE, who + " being " + what + " already.");
    }

    /// Gives another in its place to whatever still carries a tag, and lets it go.
    ///
    /// @param into the other; null for none
    /// @return how many items still carried it
    int finish(Tag tag, @Nullable Tag into) {
        UUID other = into == null ? null : into.id;
        int items = replace(tag.id, other);
        // From now on nobody gives it to an item; what was given meanwhile follows too.
        reads.list(Sql.of(SHUT, tag.id), Row::id);
        items += replace(tag.id, other);
        if (into != null) {
            into.aliases = editing.aliasesOfBoth(into, tag);
            TagSlug.lead(tag.id, into.id);
        }
        tag.delete();
        changes.append(ChangeKind.TAG, tag.id, null, into == null ? "deleted" : "merged");
        if (into != null) {
            changes.append(ChangeKind.TAG, into.id, null, "updated");
        }
        return items;
    }

    private int replace(UUID tag, @Nullable UUID by) {
        int items = 0;
        UUID last = null;
        do {
            TagUse.Replaced replaced = use.replaceNext(tag, by, last);
            items += replaced.items();
            last = replaced.last();
        } while (last != null);
        return items;
    }
}
