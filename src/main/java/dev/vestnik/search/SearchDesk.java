package dev.vestnik.search;

import dev.vestnik.access.Caller;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.search.Interpretation.Choice;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Answers searches.
@Singleton
class SearchDesk {

    /// Nobody reads further, and search engines count no further.
    private static final int DEEPEST = 10_000;

    private static final char SEPARATOR = '\u001f';

    private final IndexReading index;
    private final Interpretation interpretation;
    private final SearchViews views;
    private final KnownTags tags;
    private final Caller caller;
    private final Cursors cursors;
    private final Locales locales;
    private final Site site;
    private final InstantSource time;

    SearchDesk(
            IndexReading index,
            Interpretation interpretation,
            SearchViews views,
            KnownTags tags,
            Caller caller,
            Cursors cursors,
            Locales locales,
            Site site,
            InstantSource time) {
        this.index = index;
        this.interpretation = interpretation;
        this.views = views;
        this.tags = tags;
        this.caller = caller;
        this.cursors = cursors;
        this.locales = locales;
        this.site = site;
        this.time = time;
    }

    /// Where a page begins, and what the first page found out about the query.
    private record Place(int offset, Instant asOf, Choice choice) {}

    private record Found(Place place, Hits hits) {}

    SearchPage page(SearchListing wanted) {
        locales.parameter(wanted.locale);
        String typed = wanted.typed().replace(SEPARATOR, ' ');
        Found found =
                wanted.cursor == null
                        ? first(wanted, typed)
                        : next(wanted, cursors.read(wanted.identity(), wanted.cursor, 5));
        Hits hits = found.hits();
        Choice choice = found.place().choice();
        Attempt run = choice.run();
        String corrected =
                run.forgiving() ? Interpretation.corrected(run, views.texts(hits)) : null;
        return new SearchPage(
                views.hits(
                        hits,
                        wanted.highlight ? new Marking(run.sought()) : null,
                        wanted.inNewsroom()),
                pageInfo(wanted, found),
                wanted.counted().isEmpty() ? null : views.facets(hits, wanted.locale),
                choice.offered() == null ? corrected : choice.offered(),
                run.text().equals(typed) ? corrected : run.text());
    }

    private Found first(SearchListing wanted, String typed) {
        Instant now = time.instant();
        Scope scope = scope(wanted, now, now);
        Attempt asTyped = interpretation.attempt(typed, wanted.locale);
        Hits hits = find(asTyped, wanted, scope, 0);
        Choice choice = interpretation.choose(asTyped, hits.total(), scope);
        return new Found(
                new Place(0, now, choice),
                choice.run().equals(asTyped) ? hits : find(choice.run(), wanted, scope, 0));
    }

    private Found next(SearchListing wanted, Cursor cursor) {
        List<String> values = cursor.place();
        int offset = Integer.parseInt(values.get(0));
        Instant asOf = Instant.parse(values.get(1));
        Attempt attempt = interpretation.attempt(values.get(2), wanted.locale);
        Attempt run = Boolean.parseBoolean(values.get(3)) ? attempt.forgiven() : attempt;
        String offered = values.get(4).isEmpty() ? null : values.get(4);
        return new Found(
                new Place(offset, asOf, new Choice(run, offered)),
                find(run, wanted, scope(wanted, time.instant(), asOf), offset));
    }

    private Hits find(Attempt attempt, SearchListing wanted, Scope scope, int offset) {
        return index.find(
                attempt,
                scope,
                wanted.highlight || attempt.forgiving(),
                wanted.byRelevance(),
                wanted.counted(),
                offset,
                Math.min(wanted.limit, DEEPEST - offset));
    }

    private Scope scope(SearchListing wanted, Instant now, Instant asOf) {
        return Scope.of(newsroom(wanted), wanted, tags, site.timeZone(), now, asOf);
    }

    /// Whose working copies are wanted; null for what is public.
    private Scope.@Nullable Newsroom newsroom(SearchListing wanted) {
        if (!wanted.inNewsroom()) {
            return null;
        }
        caller.requireNewsroom();
        return new Scope.Newsroom(caller.isEditor() ? null : caller.userId().orElseThrow());
    }

    private PageInfo pageInfo(SearchListing wanted, Found found) {
        int offset = found.place().offset();
        int after = offset + wanted.limit;
        long total = found.hits().total();
        return new PageInfo(
                wanted.limit,
                after < Math.min(total, DEEPEST) ? written(wanted, found.place(), after) : null,
                offset > 0
                        ? written(wanted, found.place(), Math.max(0, offset - wanted.limit))
                        : null,
                total);
    }

    private String written(SearchListing wanted, Place place, int offset) {
        Attempt run = place.choice().run();
        return cursors.write(
                wanted.identity(),
                new Cursor(
                        offset < place.offset(),
                        List.of(
                                String.valueOf(offset),
                                place.asOf().toString(),
                                run.text(),
                                String.valueOf(run.forgiving()),
                                Objects.requireNonNullElse(place.choice().offered(), ""))));
    }
}
