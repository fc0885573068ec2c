package dev.vestnik.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/// Tells which words and tags are on so many items that they tell nothing of what one is about. To
/// find what is like an item takes as long as those are many that have its words: so it takes no
/// longer the larger the archive grows.
@Singleton
class Commonness {

    private static final int REMEMBERED = 50_000;
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Cache<String, Boolean> known =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(FRESH)
                    .executor(Runnable::run)
                    .build();
    private final SearchSettings settings;

    Commonness(SearchSettings settings) {
        this.settings = settings;
    }

    boolean isCommon(SearchSession session, Word word, Language language) {
        Collection<String> lemmas = IndexedText.lemmas(word, language);
        if (!lemmas.isEmpty()) {
            return isCommon(session, List.of("titleLemmas", "summaryLemmas", "bodyLemmas"), lemmas);
        }
        return word.stemsToAsk().isEmpty()
                ? isCommon(
                        session,
                        List.of("titleExact", "summaryExact", "bodyExact"),
                        List.of(word.exact()))
                : isCommon(
                        session,
                        List.of("titleStems", "summaryStems", "bodyStems"),
                        word.stemsToAsk());
    }

    boolean isCommon(SearchSession session, UUID tag) {
        return isCommon(session, List.of("tags"), List.of(tag.toString()));
    }

    private boolean isCommon(
            SearchSession session, List<String> fields, Collection<String> tokens) {
        String any = String.join(" ", tokens);
        return known.get(
                fields.get(0) + ' ' + any,
                key -> count(session, fields, any) > settings.commonAbove());
    }

    private static long count(SearchSession session, List<String> fields, String any) {
        return session.search(EditionDocument.class)
                .where(f -> f.match().fields(fields.toArray(new String[0])).matching(any))
                .fetchTotalHitCount();
    }
}
