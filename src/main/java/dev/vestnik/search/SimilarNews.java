package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.edge.Problem;
import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import dev.vestnik.news.LikeThis;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/// Finds items that are like others: that share a tag with them, or a good part of the words that
/// tell what they are about.
@Singleton
class SimilarNews implements LikeThis {

    /// Of an item's keywords.
    private static final float SHARED = 0.15f;

    /// What a tag in common is worth, beside words.
    private static final float TAG = 20;

    private final SearchIndexes indexes;
    private final ObjectMapper json;
    private final InstantSource time;

    SimilarNews(SearchIndexes indexes, ObjectMapper json, InstantSource time) {
        this.indexes = indexes;
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
                Map<UUID, List<UUID>> alike = new HashMap<>();
                originals(session, ids, now)
                        .forEach(original -> {
                            StoredNews news = StoredNews.read(original.stored(), json);
                            alike.put(news.id(), like(session, news, original.text(), most, now));
                        });
                return alike;
            });
        } catch (Problem busy) {
            // The index went away between the two looks: the news are answered without it.
            return Map.of();
        }
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
            SearchSession session, StoredNews news, String text, int most, Instant now) {
        List<Word> keywords = Keywords.of(news, text);
        return session
                .search(EditionDocument.class)
                .select(f -> f.field("item", String.class))
                .where(f ->
                        Scope.ofPublic(news.locale(), now)
                                .apply(
                                        f,
                                        f.bool()
                                                .must(alike(f, news, keywords))
                                                .mustNot(
                                                        f.match()
                                                                .field("item")
                                                                .matching(news.id().toString()))))
                .sort(f -> f.score().then().field("publishedAt").desc().then().field("item").desc())
                .fetchHits(most)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    private static PredicateFinalStep alike(
            SearchPredicateFactory f, StoredNews news, List<Word> keywords) {
        var any = f.bool();
        if (!keywords.isEmpty()) {
            List<Reading> readings =
                    List.of(new Reading(Language.of(news.locale(), news.title()), List.of()));
            any.should(
                    new Conditions(f, readings, false)
                            .some(
                                    keywords,
                                    Math.min(
                                            keywords.size(),
                                            Math.max(2, Math.round(keywords.size() * SHARED)))));
        }
        for (UUID tag : news.tags()) {
            any.should(f.match().field("tags").matching(tag.toString()).constantScore().boost(TAG));
        }
        return keywords.isEmpty() && news.tags().isEmpty() ? f.matchNone() : any;
    }
}
