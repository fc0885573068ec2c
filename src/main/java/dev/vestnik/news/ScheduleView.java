package dev.vestnik.news;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry of the schedule as it goes over the wire.
@Schema(name = "ScheduleEntry")
record ScheduleView(
        UUID id,
        Instant at,
        ScheduleAction action,
        @Schema(
                        description =
                                "Whether it was to be carried out some time ago; the public sees it done none"
                                        + " the less.")
                boolean overdue,
        @Schema(description = "Who planned it.", examples = "editor-one")
                @Nullable String createdBy,
        Instant createdAt,
        ScheduledItem item) {

    /// The item that an entry is about.
    @Schema(name = "ScheduledItem")
    record ScheduledItem(
            UUID id, long version, String locale, String slug, String title, NewsStatus status) {}

    static ScheduleView of(ScheduleEntry entry, NewsItem item, Instant now) {
        return new ScheduleView(
                entry.id,
                entry.at,
                entry.action,
                entry.at.isBefore(ScheduleEntry.overdueBefore(now)),
                entry.createdBy,
                entry.createdAt,
                new ScheduledItem(
                        item.id,
                        item.version,
                        item.locale,
                        item.slug,
                        item.headline.title(),
                        item.status));
    }
}
