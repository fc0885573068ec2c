package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.edge.Cursors;
import dev.vestnik.edge.Cursors.Cursor;
import dev.vestnik.edge.PageInfo;
import dev.vestnik.news.NewsLinks;
import dev.vestnik.search.Hits.Hit;
import dev.vestnik.search.Interpretation.Choice;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import dev.vestnik.text.DisplayDates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers searches.
@Singleton
class SearchDesk {

    /// Nobody reads further, and search engines count no further.
    private static final int DEEPEST = 10_000;

    private static final char SEPARATOR = '\u001f';

    private final IndexReading index;
    private final Interpretation interpretation;
    private final KnownTags tags;
    private final Cursors cursors;
    private final Locales locales;
    private final Site site;
    private final ObjectMapper json;
    private final InstantSource time;

    SearchDesk(
            IndexReading index,
            Interpretation interpretation,
            KnownTags tags,
            Cursors cursors,
            Locales locales,
            Site site,
            ObjectMapper json,
            InstantSource time) {
        this.index = index;
        this.interpretation = interpretation;
        this.tags = tags;
        this.cursors = cursors;
        this.locales = locales;
        this.site = site;
        this.json = json;
        this.time = time;
    }

    /// Where a page begins, and what the first page found out about the query.
    private record Place(int offset, Instant asOf, Choice choice) {}

    SearchPage page(SearchListing wanted) {
        locales.parameter(wanted.locale);
        boolean byRelevance = wanted.byRelevance();
        Set<Facet> counted = wanted.counted();
        String typed = wanted.typed().replace(SEPARATOR, ' ');
        Instant now = time.instant();
        Cursor cursor =
                wanted.cursor == null ? null : cursors.read(wanted.identity(), wanted.cursor, 5);
        Instant asOf = cursor == null ? now : Instant.parse(cursor.place().get(1));
        Scope scope = Scope.of(wanted, tags, site.timeZone(), now, asOf);
        Place place = cursor == null ? first(typed, scope) : place(cursor, asOf, wanted.locale);
        Attempt run = place.choice().run();
        Hits hits = index.find(run, scope, byRelevance, counted, place.offset(), wanted.limit);
        Marking marking = wanted.highlight ? new Marking(run.sought()) : null;
        boolean otherwise = !run.text().equals(typed);
        String corrected = run.forgiving() ? Interpretation.corrected(run, texts(hits)) : null;
        return new SearchPage(
                hits.hits().stream().map(hit -> view(hit, marking)).toList(),
                pageInfo(wanted, place, hits.total()),
                counted.isEmpty() ? null : facets(hits, wanted.locale),
                place.choice().offered() == null ? corrected : place.choice().offered(),
                otherwise ? run.text() : corrected);
    }

    private Place first(String typed, Scope scope) {
        return new Place(0, scope.asOf(), interpretation.choose(typed, scope));
    }

    private Place place(Cursor cursor, Instant asOf, @Nullable String locale) {
        List<String> values = cursor.place();
        Attempt run = interpretation.attempt(values.get(2), locale);
        String offered = values.get(4).isEmpty() ? null : values.get(4);
        return new Place(
                Integer.parseInt(values.get(0)),
                asOf,
                new Choice(Boolean.parseBoolean(values.get(3)) ? run.forgiven() : run, offered));
    }

    private PageInfo pageInfo(SearchListing wanted, Place place, long total) {
        int after = place.offset() + wanted.limit;
        return new PageInfo(
                wanted.limit,
                after < Math.min(total, DEEPEST) ? written(wanted, place, after) : null,
                place.offset() > 0
                        ? written(wanted, place, Math.max(0, place.offset() - wanted.limit))
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

    private SearchHit view(Hit hit, @Nullable Marking marking) {
        StoredNews news = StoredNews.read(hit.stored(), json);
        return new SearchHit(
                news.id(),
                news.version(),
                news.locale(),
                news.slug(),
                news.title(),
                news.summary(),
                tags.named(news.tags(), news.locale()),
                news.author(),
                news.cover(),
                news.publishedAt(),
                DisplayDates.of(news.publishedAt(), site.timeZone(), news.locale()),
                news.updatedAt(),
                news.readingMinutes(),
                NewsLinks.of(site, news.id(), news.locale(), news.slug()),
                hit.score(),
                marking == null
                        ? null
                        : new Highlights(
                                marking.whole(news.title(), news.locale()),
                                marking.whole(news.summary(), news.locale()),
                                marking.passages(hit.text(), news.locale())));
    }

    private List<String> texts(Hits hits) {
        return hits.hits().stream()
                .map(hit -> {
                    StoredNews news = StoredNews.read(hit.stored(), json);
                    return String.join(
                            "\n",
                            news.title(),
                            Objects.requireNonNullElse(news.summary(), ""),
                            hit.text());
                })
                .toList();
    }

    private Facets facets(Hits hits, @Nullable String locale) {
        String shownIn = locales.parameterOrDefault(locale);
        return new Facets(
                hits.tags() == null
                        ? null
                        : byCount(hits.tags())
                                .flatMap(tag ->
                                        tags
                                                .named(UUID.fromString(tag.getKey()), shownIn)
                                                .map(known ->
                                                        new FacetCount(
                                                                known.slug(),
                                                                known.name(),
                                                                tag.getValue()))
                                                .stream())
                                .toList(),
                hits.years() == null
                        ? null
                        : hits.years().entrySet().stream()
                                .sorted(Map.Entry.<Integer, Long>comparingByKey().reversed())
                                .map(year ->
                                        new FacetCount(
                                                year.getKey().toString(), null, year.getValue()))
                                .toList(),
                hits.locales() == null
                        ? null
                        : byCount(hits.locales())
                                .map(one -> new FacetCount(one.getKey(), null, one.getValue()))
                                .toList());
    }

    private static Stream<Map.Entry<String, Long>> byCount(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()));
    }
}
