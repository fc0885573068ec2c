package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.news.NewsLinks;
import dev.vestnik.search.Hits.Hit;
import dev.vestnik.site.Locales;
import dev.vestnik.site.Site;
import dev.vestnik.text.DisplayDates;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes what goes over the wire of what the index answered, without the database.
@Singleton
class SearchViews {

    private final KnownTags tags;
    private final Locales locales;
    private final Site site;
    private final ObjectMapper json;

    SearchViews(KnownTags tags, Locales locales, Site site, ObjectMapper json) {
        this.tags = tags;
        this.locales = locales;
        this.site = site;
        this.json = json;
    }

    /// @param marking what is marked in the texts; null where nothing is to be
    List<SearchHit> hits(Hits hits, @Nullable Marking marking, boolean newsroom) {
        return hits.hits().stream().map(hit -> hit(hit, marking, newsroom)).toList();
    }

    private SearchHit hit(Hit hit, @Nullable Marking marking, boolean newsroom) {
        StoredNews news = StoredNews.read(hit.stored(), json);
        return new SearchHit(
                news.id(),
                news.version(),
                news.locale(),
                news.slug(),
                newsroom ? news.status() : null,
                news.title(),
                news.summary(),
                tags.named(news.tags(), news.locale()),
                news.author(),
                news.cover(),
                news.publishedAt(),
                DisplayDates.of(news.sortedAt(), site.timeZone(), news.locale()),
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

    /// What was found, as readers read it.
    List<String> texts(Hits hits) {
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

    Facets facets(Hits hits, @Nullable String locale) {
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
