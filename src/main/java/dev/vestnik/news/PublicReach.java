package dev.vestnik.news;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.database.Reads;
import dev.vestnik.database.Row;
import dev.vestnik.database.Sql;
import dev.vestnik.tag.TagReach;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says which public answers a change of news touches, and when the public view next changes by
/// itself. Works in the present transaction.
@Singleton
public class PublicReach {

    /// What is done to items that neither shows the public anything nor plans to.
    private static final Set<String> QUIET =
            Set.of("created", "saved", "submitted", "restored", "trashed", "purged");

    /// What shows the public nothing yet, and plans to.
    private static final String PLANNED = "scheduled";

    /// Of an item that the public did not see before, or saw as it is already, by the clock.
    private static final String APPEARED = "published";

    private static final int REMEMBERED = 10_000;

    /// Longer than it takes to write down what is planned, and than clocks of nodes differ.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final String CAME_TRUE =
            """
            select p.id from publication p
            where (p.visible_from > ? and p.visible_from <= ? or p.visible_until > ? and p.visible_until <= ?) and \
            """;

    private static final String SHOWN =
            """
            select p.id, p.translation_group, x.tag_id from publication p
            left join publication_tag x on x.edition = p.edition
            where p.visible_from <= ? and p.visible_until > ?\
            """;

    private static final List<String> NEXT =
            List.of(
                    "select min(at) from schedule_entry where at > ?",
                    "select min(pinned_until) from pin where pinned_until > ?",
                    "select min(published_at) from publication where published_at > ?");

    private static final String NEXT_VISIBLE =
            "select min(visible_from) from publication where visible_from > ? and ";

    /// The tags that some items had when they were last looked at.
    private final Cache<UUID, Set<UUID>> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private final Reads reads;
    private final ChangeLines log;
    private final Surroundings surroundings;
    private final TagReach tags;
    private final InstantSource time;

    PublicReach(
            Reads reads,
            ChangeLines log,
            Surroundings surroundings,
            TagReach tags,
            InstantSource time) {
        this.reads = reads;
        this.log = log;
        this.surroundings = surroundings;
        this.tags = tags;
        this.time = time;
    }

    /// Whether a line tells of something that the public may see.
    static boolean isPublic(Change line) {
        return line.kind == ChangeKind.NEWS && !isQuiet(line) && !line.what.equals(PLANNED);
    }

    /// Whether a line tells of something that leaves the public view and its plan as they are.
    public static boolean isQuiet(Change line) {
        return line.kind == ChangeKind.NEWS && QUIET.contains(line.what);
    }

    /// The keys of the answers that show the items of some lines, or would show them now.
    public Set<String> touched(List<Change> told) {
        Set<String> keys = new HashSet<>();
        List<Change> lines = shown(told);
        if (lines.isEmpty()) {
            return keys;
        }
        for (Change line : lines) {
            keys.add(NewsKeys.shown(line.id));
            for (String locale : in(line.locale)) {
                keys.add(NewsKeys.list(locale));
                keys.add(NewsKeys.counts(locale));
            }
        }
        List<UUID> ids = lines.stream().map(line -> line.id).distinct().toList();
        Instant now = time.instant();
        Map<UUID, Set<UUID>> carried = new HashMap<>();
        reads.each(
                Sql.of(SHOWN, now, now).add(" and ").add(Sql.in("p.id", ids)),
                row -> {
                    Set<UUID> tagsOf = carried.computeIfAbsent(row.id(), id -> new HashSet<>());
                    keys.add(NewsKeys.group(row.id()));
                    UUID tag = row.idOrNull();
                    if (tag != null) {
                        tagsOf.add(tag);
                    }
                });
        surroundings.around(ids, now).forEach(id -> keys.add(NewsKeys.around(id)));
        Set<UUID> passedOver = passedOver(lines, ids);
        for (Change line : lines) {
            Set<UUID> after = carried.getOrDefault(line.id, Set.of());
            addTags(line, after, passedOver.contains(line.id), keys);
        }
        return keys;
    }

    /// The lines that tell of something the public sees, or sees no longer, by now. Whose plan came
    /// true before this was asked changes by no moment to come any more.
    private List<Change> shown(List<Change> told) {
        List<Change> planned = told.stream().filter(line -> line.what.equals(PLANNED)).toList();
        Set<UUID> cameTrue = planned.isEmpty() ? Set.of() : cameTrue(planned);
        return told.stream().filter(line -> isPublic(line) || cameTrue.contains(line.id)).toList();
    }

    private Set<UUID> cameTrue(List<Change> planned) {
        Instant now = time.instant();
        Instant since =
                planned.stream()
                        .map(line -> line.at)
                        .min(Instant::compareTo)
                        .orElse(now)
                        .minus(MARGIN);
        List<UUID> ids = planned.stream().map(line -> line.id).distinct().toList();
        Sql query = Sql.of(CAME_TRUE, since, now, since, now).add(Sql.in("p.id", ids));
        return Set.copyOf(reads.list(query, Row::id));
    }

    /// Items that were written more than once since they were last looked at: for a moment they may
    /// have had tags of which nothing is left. To be asked after their tags were read.
    private Set<UUID> passedOver(List<Change> lines, List<UUID> ids) {
        Map<UUID, Long> last = log.last(ids);
        Map<UUID, Long> told = new HashMap<>();
        Set<UUID> passedOver = new HashSet<>();
        for (Change line : lines) {
            Long other = told.putIfAbsent(line.id, line.seq);
            if (other != null && other != line.seq
                    || last.getOrDefault(line.id, line.seq) > line.seq) {
                passedOver.add(line.id);
            }
        }
        return passedOver;
    }

    private void addTags(Change line, Set<UUID> after, boolean passedOver, Set<String> keys) {
        Set<UUID> before = known.getIfPresent(line.id);
        known.put(line.id, after);
        Set<String> names = tags.names(after);
        boolean lostOthers = passedOver || before == null && !line.what.equals(APPEARED);
        for (String locale : in(line.locale)) {
            names.forEach(tag -> keys.add(NewsKeys.list(locale, tag)));
            after.forEach(tag -> keys.add(NewsKeys.count(locale, tag)));
            if (before != null) {
                before.forEach(tag -> keys.add(NewsKeys.count(locale, tag)));
            }
            if (lostOthers) {
                keys.add(NewsKeys.losses(locale));
            }
        }
    }

    /// Forgets what is known of items: it may have changed without a line.
    public void startOver() {
        known.invalidateAll();
    }

    private static List<@Nullable String> in(@Nullable String locale) {
        return Arrays.asList(locale, null);
    }

    /// When something is next planned to appear or to go, or stops being pinned; `Instant.MAX`
    /// where nothing is.
    ///
    /// @param changed items that another node may have shown by a clock that is ahead of this one
    public Instant nextChange(Instant now, List<UUID> changed) {
        List<Sql> moments = new ArrayList<>();
        NEXT.forEach(next -> moments.add(Sql.of(next, now)));
        moments.add(Sql.of(NEXT_VISIBLE, now).add(Sql.in("id", changed)));
        return reads
                .list(Sql.unionAll(moments), row -> Optional.ofNullable(row.timeOrNull()))
                .stream()
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
