package dev.vestnik.sync;

import dev.vestnik.edge.Problem;
import dev.vestnik.news.NewsView;
import dev.vestnik.news.PublicNews;
import dev.vestnik.site.Locales;
import dev.vestnik.sync.ChangedItems.Changed;
import dev.vestnik.sync.PublicLines.Read;
import dev.vestnik.sync.Standing.Following;
import dev.vestnik.sync.Standing.Line;
import dev.vestnik.sync.Standing.Walking;
import dev.vestnik.sync.SyncTokens.SyncToken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Leads a client through all items, and then through the change log.
///
/// Lines are read before the items that they tell of, so that what an item is like is never older
/// than its line. What the clock alone shows or ends is told when the schedule's worker has written
/// its line, about a second later.
@Singleton
class SyncDesk {

    private final PublicLines lines;
    private final ChangedItems changed;
    private final PublicNews news;
    private final SyncTokens tokens;
    private final Locales locales;
    private final InstantSource time;

    SyncDesk(
            PublicLines lines,
            ChangedItems changed,
            PublicNews news,
            SyncTokens tokens,
            Locales locales,
            InstantSource time) {
        this.lines = lines;
        this.changed = changed;
        this.news = news;
        this.tokens = tokens;
        this.locales = locales;
        this.time = time;
    }

    SyncPage answer(SyncListing wanted) {
        if (wanted.token == null) {
            return walk(SyncFilter.of(wanted, locales), new Walking(lines.last(), null));
        }
        refuse("locale", wanted.locale != null);
        refuse("tag", !wanted.tag.isEmpty());
        refuse("include", wanted.include != null);
        SyncToken token = tokens.read(wanted.token);
        SyncFilter filter = token.filter().limitedTo(wanted.limit);
        return token.standing() instanceof Walking walking
                ? walk(filter, walking)
                : follow(filter, (Following) token.standing());
    }

    private static void refuse(String parameter, boolean given) {
        if (given) {
            throw Problem.parameter(
                    parameter, "NOT_WITH_TOKEN", "stands in the token and cannot be given with it");
        }
    }

    private SyncPage walk(SyncFilter filter, Walking walking) {
        List<NewsView> found =
                news.after(
                        filter.listing(),
                        walking.place(),
                        filter.limit() + 1,
                        now(walking.begin().at()));
        boolean more = found.size() > filter.limit();
        List<NewsView> items = more ? found.subList(0, filter.limit()) : found;
        Standing then =
                more
                        ? new Walking(
                                walking.begin(), PublicNews.place(items.get(items.size() - 1)))
                        : Following.after(walking.begin());
        return page(
                items.stream().<SyncEntry>map(SyncEntry.Present::new).toList(),
                more,
                tokens.write(filter, then));
    }

    private SyncPage follow(SyncFilter filter, Following from) {
        Read read = lines.after(from, filter.locale(), filter.limit());
        Line end = read.end(from.done());
        Instant now = now(end.at());
        List<Changed> found = changed.items(from, read, filter.locale(), filter.limit(), now);
        boolean full = found.size() > filter.limit();
        List<Changed> items = full ? found.subList(0, filter.limit()) : found;
        boolean more = full || end.seq() < read.to();
        Standing then =
                full
                        ? upTo(items.get(items.size() - 1), from, read)
                        : more
                                ? new Following(end, null, from.from(), read.to())
                                : Following.after(end);
        return page(entries(items, filter, now), more, tokens.write(filter, then));
    }

    private static Following upTo(Changed last, Following from, Read read) {
        Line line =
                read.lines().stream()
                        .filter(each -> each.seq == last.seq())
                        .map(Line::of)
                        .findFirst()
                        .orElse(from.done());
        return new Following(line, last.byTag() ? last.id() : null, from.from(), read.to());
    }

    private List<SyncEntry> entries(List<Changed> items, SyncFilter filter, Instant now) {
        List<UUID> ids = items.stream().map(Changed::id).distinct().toList();
        Map<UUID, NewsView> present =
                news.among(ids, filter.listing(), now).stream()
                        .collect(Collectors.toMap(NewsView::id, Function.identity()));
        List<SyncEntry> entries = new ArrayList<>();
        for (Changed item : items) {
            NewsView view = present.get(item.id());
            if (view != null) {
                entries.add(new SyncEntry.Present(view));
            } else if (!item.byTag()) {
                entries.add(SyncEntry.Tombstone.of(item.id()));
            }
        }
        return entries;
    }

    /// The clock of the node that wrote a line may be ahead of ours; what the line tells of is
    /// there all the same.
    private Instant now(Instant line) {
        Instant now = time.instant();
        return line.isAfter(now) ? line : now;
    }

    private static SyncPage page(List<SyncEntry> items, boolean more, @Nullable String token) {
        return new SyncPage(items, more ? token : null, more ? null : token);
    }
}
