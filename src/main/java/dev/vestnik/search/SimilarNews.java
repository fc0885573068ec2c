package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.edge.Problem;
import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.news.LikeThis;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/// Finds items that are like others: that share a tag with them, or a good part of the words that
/// tell what they are about; where these are too few, the newest that share a tag of very many.
@Singleton
class SimilarNews implements LikeThis {

    /// Of an item's keywords.
    private static final float SHARED = 0.15f;

    /// What a tag in common is worth, beside words.
    private static final float TAG = 20;

    private final SearchIndexes indexes;
    private final Commonness commonness;
    private final ObjectMapper json;
    private final InstantSource time;

    SimilarNews(
            SearchIndexes indexes, Commonness commonness, ObjectMapper json, InstantSource time) {
        this.indexes = indexes;
        this.commonness = commonness;
        this.json = json;
        this.time = time;
    }

    private record Original(String stored, String text) {}

    @Override
    public Map<UUID, List<UUID>> like(Collection<UUID> ids, int most) {
        if (indexes.present().isEmpty()) {
            return Map.of();
        }
        Instant now = time.instant();
        try {
            return indexes.read(session -> {
                List<Original> originals = originals(session, ids, now);
                return commonness.in(session, look -> like(session, look, originals, most, now));
            });
        } catch (Problem busy) {
            // The index went away between the two looks: the news are answered without it.
            return Map.of();
        }
    }

    private Map<UUID, List<UUID>> like(
            SearchSession session,
            Commonness.Look look,
            List<Original> originals,
            int most,
            Instant now) {
        Map<UUID, List<UUID>> alike = new HashMap<>();
        for (Original original : originals) {
            StoredNews news = StoredNews.read(original.stored(), json);
            alike.put(news.id(), like(session, look, news, original.text(), most, now));
        }
        return alike;
    }

    private static List<Original> originals(
            SearchSession session, Collection<UUID> ids, Instant now) {
        return session.search(EditionDocument.class)
                .select(f ->
                        f.composite()
                                .from(
                                        f.field("stored", String.class),
                                        f.field("text", String.class))
                                .as(Original::new))
                .where(f ->
                        Scope.ofPublic(null, now)
                                .apply(
                                        f,
                                        f.terms()
                                                .field("item")
                                                .matchingAny(
                                                        ids.stream().map(UUID::toString).toList())))
                .fetchAllHits();
    }

    private static List<UUID> like(
            SearchSession session,
            Commonness.Look look,
            StoredNews news,
            String text,
            int most,
            Instant now) {
        Language language = Language.of(news.locale(), news.title());
        List<Word> keywords = Keywords.of(news, text, word -> !look.isCommon(word, language));
        Map<Boolean, List<UUID>> tags =
                news.tags().stream().collect(Collectors.partitioningBy(tag -> look.isCommon(tag)));
        List<UUID> common = tags.getOrDefault(true, List.of());
        List<UUID> telling = tags.getOrDefault(false, List.of());
        List<UUID> alike = new ArrayList<>();
        if (!keywords.isEmpty() || !telling.isEmpty()) {
            alike.addAll(
                    found(
                            session,
                            f ->
                                    others(
                                            f,
                                            news,
                                            List.of(),
                                            now,
                                            f.bool()
                                                    .must(alike(f, language, keywords, telling))
                                                    .should(tagged(f, common))),
                            true,
                            most));
        }
        if (alike.size() < most && !common.isEmpty()) {
            alike.addAll(
                    found(
                            session,
                            f -> others(f, news, alike, now, tagged(f, common)),
                            false,
                            most - alike.size()));
        }
        return alike;
    }

    /// @param bestFirst whether the most alike go first; of equal ones the newer
    private static List<UUID> found(
            SearchSession session,
            Function<SearchPredicateFactory, PredicateFinalStep> wanted,
            boolean bestFirst,
            int most) {
        return session
                .search(EditionDocument.class)
                .select(f -> f.field("item", String.class))
                .where(wanted::apply)
                .sort(f -> IndexReading.order(f, bestFirst))
                .fetchHits(most)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private static PredicateFinalStep others(
            SearchPredicateFactory f,
            StoredNews news,
            List<UUID> known,
            Instant now,
            PredicateFinalStep wanted) {
        List<String> but =
                Stream.concat(Stream.of(news.id()), known.stream()).map(UUID::toString).toList();
        return Scope.ofPublic(news.locale(), now)
                .apply(f, f.bool().must(wanted).mustNot(f.terms().field("item").matchingAny(but)));
    }

    private static PredicateFinalStep alike(
            SearchPredicateFactory f, Language language, List<Word> keywords, List<UUID> tags) {
        var any = f.bool();
        if (!keywords.isEmpty()) {
            List<Reading> readings = List.of(new Reading(language, List.of()));
            any.should(
                    new Conditions(f, readings, false)
                            .some(
                                    keywords,
                                    Math.min(
                                            keywords.size(),
                                            Math.max(2, Math.round(keywords.size() * SHARED)))));
        }
        if (!tags.isEmpty()) {
            any.should(tagged(f, tags));
        }
        return any;
    }

    /// The more of the tags, the better.
    private static PredicateFinalStep tagged(SearchPredicateFactory f, List<UUID> tags) {
        if (tags.isEmpty()) {
            return f.matchNone();
        }
        var any = f.bool();
        tags.forEach(tag ->
                any.should(
                        f.match()
                                .field("tags")
                                .matching(tag.toString())
                                .constantScore()
                                .boost(TAG)));
        return any;
    }
}
