package dev.vestnik.news;

import dev.vestnik.edge.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the editions of items: which content the public sees from when until when.
final class Editions {

    private Editions() {}

    /// Shows the item as it is now, until what is planned for it.
    ///
    /// @return whether the public saw nothing of it before
    static boolean show(NewsItem item, Instant now) {
        NewsItem.flush();
        Optional<Publication> shown = Publication.visible(item.id, now);
        Instant from = shown.map(edition -> edition.visibleFrom).orElse(now);
        write(shown.orElse(null), item, from, Schedule.of(item.id).endOfPresent());
        return shown.isEmpty();
    }

    /// Shows an item of which nothing was ever shown or planned.
    static void showFirst(NewsItem item, Instant now) {
        NewsItem.flush();
        write(null, item, now, Publication.FOREVER);
    }

    /// Brings the editions in line with what is planned: the present one ends with the plan, and
    /// the one to come has the working copy as it is now.
    static void plan(NewsItem item, Instant now) {
        NewsItem.flush();
        NewsSchedule schedule = Schedule.of(item.id);
        Publication.visible(item.id, now)
                .ifPresent(shown -> {
                    shown.visibleUntil = schedule.endOfPresent();
                    PublicationTag.update(
                            "visibleUntil = ?1 where edition = ?2",
                            shown.visibleUntil,
                            shown.edition);
                });
        Publication planned =
                Publication.<Publication>find("id = ?1 and visibleFrom > ?2", item.id, now)
                        .firstResult();
        Instant from = schedule.publishAt();
        if (from != null) {
            Instant until = schedule.unpublishAt();
            write(
                    planned,
                    item,
                    from,
                    until != null && until.isAfter(from) ? until : Publication.FOREVER);
        } else if (planned != null) {
            remove(planned);
        }
    }

    /// Takes everything of the item from the public, now and in time to come.
    static void removeAll(UUID id) {
        Publication.of(id).forEach(Editions::remove);
    }

    /// Takes away the editions that ended then or earlier.
    ///
    /// @return whether there were any
    static boolean removeEnded(UUID id, Instant at) {
        var ended = Publication.<Publication>list("id = ?1 and visibleUntil <= ?2", id, at);
        ended.forEach(Editions::remove);
        return !ended.isEmpty();
    }

    private static void write(
            @Nullable Publication present, NewsItem item, Instant from, Instant until) {
        Publication edition = present == null ? new Publication() : present;
        edition.visibleFrom = from;
        edition.visibleUntil = until;
        edition.show(item);
        if (present == null) {
            edition.edition = Ids.next();
            edition.persist();
            PublicationTag.write(edition, item.tags);
            Pin.write(edition.edition, edition.headline.featuredUntil());
        } else {
            NewsItem.flush();
            PublicationTag.rewrite(edition, item.tags);
            Pin.rewrite(edition.edition, edition.headline.featuredUntil());
        }
    }

    private static void remove(Publication edition) {
        PublicationTag.delete("edition", edition.edition);
        Pin.deleteById(edition.edition);
        edition.delete();
    }
}
