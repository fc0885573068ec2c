package dev.vestnik.news;

import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Etags;
import dev.vestnik.edge.Paging;
import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import dev.vestnik.edge.Window;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps what was saved, and tells what differs.
@Singleton
class Revisions {

    private final NewsSettings settings;
    private final Cursors cursors;
    private final InstantSource time;

    Revisions(NewsSettings settings, Cursors cursors, InstantSource time) {
        this.settings = settings;
        this.cursors = cursors;
        this.time = time;
    }

    /// Keeps the item as it has just been saved.
    void keep(NewsEditing.Saved saved, @Nullable String editor) {
        NewsItem item = saved.item();
        int number = saved.isNew() ? 1 : NewsRevision.lastNumber(item.id) + 1;
        NewsRevision revision = new NewsRevision();
        revision.itemId = item.id;
        revision.number = number;
        revision.itemVersion = item.version;
        revision.at = time.instant();
        revision.editor = editor;
        revision.content = NewsInput.of(item);
        revision.persist();
        if (number > settings.revisionsKept()) {
            NewsRevision.delete(
                    "itemId = ?1 and number <= ?2", item.id, number - settings.revisionsKept());
        }
    }

    NewsRevision existing(UUID itemId, String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .flatMap(text -> NewsRevision.of(itemId, Integer.parseInt(text)))
                .orElseThrow(() -> Problem.notFound("The revision"));
    }

    /// The newest first.
    RevisionPage page(NewsItem item, Paging wanted) {
        String query = "revisions\n" + item.id;
        Cursors.Cursor place = wanted.cursor == null ? null : cursors.read(query, wanted.cursor, 1);
        List<NewsRevision> found = found(item.id, place, wanted.limit + 1);
        Long total = wanted.total ? NewsRevision.count("itemId", item.id) : null;
        Window<NewsRevision> window =
                Window.of(
                        found,
                        wanted.limit,
                        place,
                        total,
                        revision -> List.of(String.valueOf(revision.number)),
                        at -> cursors.write(query, at));
        return new RevisionPage(
                window.rows().stream().map(RevisionView::of).toList(), window.page());
    }

    private static List<NewsRevision> found(UUID itemId, Cursors.@Nullable Cursor place, int most) {
        if (place == null) {
            return NewsRevision.<NewsRevision>find("itemId = ?1 order by number desc", itemId)
                    .range(0, most - 1)
                    .list();
        }
        int number = Integer.parseInt(place.place().get(0));
        String beyond =
                place.backward()
                        ? "itemId = ?1 and number > ?2 order by number"
                        : "itemId = ?1 and number < ?2 order by number desc";
        return NewsRevision.<NewsRevision>find(beyond, itemId, number).range(0, most - 1).list();
    }

    /// Lets a write pass that was made against the present version.
    ///
    /// @throws Problem 428 and 412 as `Etags.requireMatch`; the latter tells which members have
    ///   changed since
    void requireMatch(@Nullable String ifMatch, NewsItem item) {
        try {
            Etags.requireMatch(ifMatch, item.version);
        } catch (Problem problem) {
            if (problem.type() == ProblemType.STALE_VERSION) {
                Etags.version(ifMatch)
                        .flatMap(seen -> NewsRevision.asOfVersion(item.id, seen))
                        .map(seen -> ContentChange.between(seen.content, NewsInput.of(item)))
                        .ifPresent(changes ->
                                problem.telling(
                                        "changed",
                                        changes.stream().map(ContentChange::field).toList()));
            }
            throw problem;
        }
    }
}
