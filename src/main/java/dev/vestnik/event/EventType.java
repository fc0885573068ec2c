package dev.vestnik.event;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.vestnik.change.Change;
import dev.vestnik.change.ChangeKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the public is told of, each a kind of line in the change log; lines of other kinds tell it
/// nothing. What is done to drafts is among those, so that nobody learns even that it happened.
public enum EventType {
    NEWS_PUBLISHED(ChangeKind.NEWS, "published"),
    NEWS_UPDATED(ChangeKind.NEWS, "updated"),
    /// Also archived, trashed, or at its planned end.
    NEWS_UNPUBLISHED(ChangeKind.NEWS, "unpublished"),
    TAG_CREATED(ChangeKind.TAG, "created"),
    TAG_UPDATED(ChangeKind.TAG, "updated"),
    /// It is gone; its slugs lead to another one.
    TAG_MERGED(ChangeKind.TAG, "merged"),
    TAG_DELETED(ChangeKind.TAG, "deleted"),
    NOTICE_PUBLISHED(ChangeKind.NOTICE, "published");

    /// Those that change what lists of news show. Of a tag that goes, each item has an event.
    public static final Set<EventType> OF_ITEMS =
            Set.copyOf(EnumSet.of(NEWS_PUBLISHED, NEWS_UPDATED, NEWS_UNPUBLISHED, TAG_UPDATED));

    private final ChangeKind kind;
    private final String what;

    EventType(ChangeKind kind, String what) {
        this.kind = kind;
        this.what = what;
    }

    /// Of what a line tells; empty where that is nothing for the public.
    public static Optional<EventType> of(Change line) {
        return Arrays.stream(values())
                .filter(type -> type.kind == line.kind && type.what.equals(line.what))
                .findFirst();
    }

    /// Whether a line tells of one of some types, in HQL and in SQL.
    ///
    /// @return has `%1$s` in the line's place
    public static String told(Set<EventType> types) {
        return types.stream().collect(Collectors.groupingBy(type -> type.kind)).entrySet().stream()
                .map(kind -> told(kind.getKey(), kind.getValue()))
                .sorted()
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String told(ChangeKind kind, List<EventType> types) {
        return types.stream()
                .map(type -> "'" + type.what + "'")
                .sorted()
                .collect(
                        Collectors.joining(
                                ", ", "%1$s.kind = '" + kind + "' and %1$s.what in (", ")"));
    }

    /// As it is called on the wire, such as `news.published`.
    @JsonValue
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "." + what;
    }
}
