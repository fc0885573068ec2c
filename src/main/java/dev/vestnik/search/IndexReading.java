package dev.vestnik.search;

import dev.vestnik.search.Hits.Hit;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.jspecify.annotations.Nullable;

/// Asks the index.
@Singleton
class IndexReading {

    private static final int MOST_VALUES = 50;

    private static final AggregationKey<Map<String, Long>> TAGS = AggregationKey.of("tags");
    private static final AggregationKey<Map<Integer, Long>> YEARS = AggregationKey.of("years");
    private static final AggregationKey<Map<String, Long>> LOCALES = AggregationKey.of("locales");

    private final SearchIndexes indexes;

    IndexReading(SearchIndexes indexes) {
        this.indexes = indexes;
    }

    /// How many items an attempt finds.
    long count(Attempt attempt, Scope scope) {
        return indexes.read(session ->
                session.search(scope.documents())
                        .where(f -> condition(f, attempt, scope))
                        .fetchTotalHitCount());
    }

    /// Some of the items that an attempt finds; of equal ones the newer first.
    ///
    /// @param whole whether their texts are wanted too
    Hits find(
            Attempt attempt,
            Scope scope,
            boolean whole,
            boolean byRelevance,
            Set<Facet> counted,
            int offset,
            int limit) {
        return indexes.read(session -> {
            var query =
                    session.search(scope.documents())
                            .select(f -> hit(f, whole))
                            .where(f -> condition(f, attempt, scope))
                            .sort(f -> order(f, byRelevance));
            if (counted.contains(Facet.TAG)) {
                query.aggregation(
                        TAGS, f -> f.terms().field("tags", String.class).maxTermCount(MOST_VALUES));
            }
            if (counted.contains(Facet.YEAR)) {
                query.aggregation(
                        YEARS,
                        f -> f.terms().field("year", Integer.class).maxTermCount(MOST_VALUES));
            }
            if (counted.contains(Facet.LOCALE)) {
                query.aggregation(
                        LOCALES,
                        f -> f.terms().field("locale", String.class).maxTermCount(MOST_VALUES));
            }
            SearchResult<Hit> found = query.fetch(offset, limit);
            return new Hits(
                    found.total().hitCount(),
                    found.hits(),
                    counts(found, counted, Facet.TAG, TAGS),
                    counts(found, counted, Facet.YEAR, YEARS),
                    counts(found, counted, Facet.LOCALE, LOCALES));
        });
    }

    /// The most fitting first where that is wanted, of equal ones the newer; else the newest.
    static SortFinalStep order(SearchSortFactory f, boolean byRelevance) {
        var newest = f.field("publishedAt").desc().then().field("item").desc();
        return byRelevance ? f.composite().add(f.score()).add(newest) : newest;
    }

    private static ProjectionFinalStep<Hit> hit(SearchProjectionFactory<?, ?> f, boolean whole) {
        return whole
                ? f.composite()
                        .from(
                                f.score(),
                                f.field("stored", String.class),
                                f.field("text", String.class))
                        .as(Hit::new)
                : f.composite()
                        .from(f.score(), f.field("stored", String.class))
                        .as((score, stored) -> new Hit(score, stored, ""));
    }

    private static <T> @Nullable T counts(
            SearchResult<Hit> found, Set<Facet> counted, Facet facet, AggregationKey<T> key) {
        return counted.contains(facet) ? found.aggregation(key) : null;
    }

    private static PredicateFinalStep condition(
            SearchPredicateFactory f, Attempt attempt, Scope scope) {
        return scope.apply(
                f, new Conditions(f, attempt.readings(), attempt.forgiving()).all(attempt.query()));
    }
}
