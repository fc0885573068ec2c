package dev.vestnik.news;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is planned for an item; null for what is not.
@Schema(name = "NewsSchedule")
record NewsSchedule(@Nullable Instant publishAt, @Nullable Instant unpublishAt) {

    static final NewsSchedule NONE = new NewsSchedule(null, null);

    /// When the edition that is shown now ends.
    Instant endOfPresent() {
        return Stream.of(publishAt, unpublishAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(Publication.FOREVER);
    }
}
