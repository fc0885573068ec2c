package dev.vestnik.event;

import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.consent.PublicNotices;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads the change log as the public may know it.
@Singleton
public class PublicEvents {

    private static final String TELLS =
            EventType.told(EnumSet.allOf(EventType.class)).formatted("c");

    private final ChangeLines log;
    private final PublicNotices notices;

    PublicEvents(ChangeLines log, PublicNotices notices) {
        this.log = log;
        this.notices = notices;
    }

    /// Part of the log.
    ///
    /// @param events in its order; fewer than its lines, or none
    /// @param to the line up to which it was read, whether that tells the public anything or not;
    ///   where nothing follows, the one that was asked from
    public record Read(List<PublicEvent> events, long to) {}

    /// What follows a line, in the present transaction. That of a line is found once its
    /// transaction is committed, and none before it can come any more.
    ///
    /// @param seq 0 for the beginning
    /// @param most how many lines are read at most
    public Read after(long seq, int most) {
        List<Change> lines = log.after(seq, most);
        return new Read(of(lines), lines.isEmpty() ? seq : lines.get(lines.size() - 1).seq);
    }

    /// Whether the log has a line of that number, or is where it begins. If it has not, it is not
    /// the one that the number was taken from, as after a backup was restored.
    public boolean has(long seq) {
        return seq == 0 || log.has(seq);
    }

    /// The last line that tells the public anything; 0 where there is none.
    public long last() {
        return log.last(TELLS);
    }

    /// What some lines tell the public, in the present transaction.
    List<PublicEvent> of(List<Change> lines) {
        Set<UUID> published =
                lines.stream()
                        .filter(line -> line.kind == ChangeKind.NOTICE)
                        .map(line -> line.id)
                        .collect(Collectors.toSet());
        Map<UUID, String> keys = notices.keys(published);
        return lines.stream()
                .flatMap(line ->
                        EventType.of(line).flatMap(type -> event(type, line, keys)).stream())
                .toList();
    }

    private static Optional<PublicEvent> event(
            EventType type, Change line, Map<UUID, String> notices) {
        Optional<String> self =
                switch (line.kind) {
                    case NEWS -> Optional.of("/api/v1/news/" + line.id);
                    case TAG -> Optional.of("/api/v1/tags/" + line.id);
                    case NOTICE ->
                            Optional.ofNullable(notices.get(line.id))
                                    .map(key -> "/api/v1/consent/notices/" + key + "/current");
                    case SYNONYMS -> Optional.empty();
                };
        return self.map(link -> PublicEvent.of(type, line, link));
    }
}
