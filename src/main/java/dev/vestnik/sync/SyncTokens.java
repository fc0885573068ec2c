package dev.vestnik.sync;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.Problem;
import dev.vestnik.sync.Standing.Following;
import dev.vestnik.sync.Standing.Line;
import dev.vestnik.sync.Standing.Walking;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes and reads tokens: signed cursors with everything that the next answer needs, so that the
/// program keeps nothing of its clients.
@Singleton
class SyncTokens {

    private static final String QUERY = "sync";
    private static final String WALKING = "walking";
    private static final String FOLLOWING = "following";
    private static final int COLUMNS = 11;
    private static final String TAGS = "\n";

    private final Cursors cursors;

    SyncTokens(Cursors cursors) {
        this.cursors = cursors;
    }

    record SyncToken(SyncFilter filter, Standing standing) {}

    String write(SyncFilter filter, Standing standing) {
        List<String> values = new ArrayList<>(written(standing));
        values.add(String.valueOf(filter.limit()));
        values.add(Objects.requireNonNullElse(filter.include(), ""));
        values.add(Objects.requireNonNullElse(filter.locale(), ""));
        values.add(String.join(TAGS, filter.tags()));
        return cursors.write(QUERY, new Cursor(false, values));
    }

    private static List<String> written(Standing standing) {
        if (standing instanceof Walking walking) {
            List<String> place = Objects.requireNonNull(walking.place()).place();
            return List.of(
                    WALKING,
                    String.valueOf(walking.begin().seq()),
                    walking.begin().at().toString(),
                    place.get(0),
                    place.get(1),
                    "",
                    "");
        }
        Following following = (Following) standing;
        return List.of(
                FOLLOWING,
                String.valueOf(following.done().seq()),
                following.done().at().toString(),
                following.within() == null ? "" : following.within().toString(),
                "",
                String.valueOf(following.from()),
                String.valueOf(following.to()));
    }

    /// @throws Problem 400 where it was not written here
    SyncToken read(String token) {
        List<String> values = cursors.read("token", QUERY, token, COLUMNS).place();
        Line line = new Line(Long.parseLong(values.get(1)), Instant.parse(values.get(2)));
        Standing standing =
                values.get(0).equals(WALKING)
                        ? new Walking(line, new Cursor(false, values.subList(3, 5)))
                        : new Following(
                                line,
                                values.get(3).isEmpty() ? null : UUID.fromString(values.get(3)),
                                Long.parseLong(values.get(5)),
                                Long.parseLong(values.get(6)));
        SyncFilter filter =
                new SyncFilter(
                        Integer.parseInt(values.get(7)),
                        given(values.get(8)),
                        given(values.get(9)),
                        values.get(10).isEmpty()
                                ? List.of()
                                : List.of(values.get(10).split(TAGS, -1)));
        return new SyncToken(filter, standing);
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
