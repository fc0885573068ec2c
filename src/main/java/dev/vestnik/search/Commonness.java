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

    private final Cache<String, Counted> known =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(FRESH)
                    .executor(Runnable::run)
                    .build();
    private final SearchSettings settings;

    Commonness(SearchSettings settings) {
        this.settings = settings;
    }

    /// @param of how many documents there were then
    private record Counted(boolean common, long of) {}

    /// As it is in an index now.
    Look in(SearchSession session) {
        long documents =
                session.search(EditionDocument.class).where(f -> f.matchAll()).fetchTotalHitCount();
        return new Look(session, documents);
    }

    /// A look at an index.
    final class Look {

        private final SearchSession session;
        private final long documents;

        private Look(SearchSession session, long documents) {
            this.session = session;
            this.documents = documents;
        }

        boolean isCommon(Word word, Language language) {
            Collection<String> lemmas = IndexedText.lemmas(word, language);
            if (!lemmas.isEmpty()) {
                return isCommon("Lemmas", lemmas);
            }
            return word.stemsToAsk().isEmpty()
                    ? isCommon("Exact", List.of(word.exact()))
                    : isCommon("Stems", word.stemsToAsk());
        }

        private boolean isCommon(String kind, Collection<String> tokens) {
            return isCommon(
                    new String[] {"title" + kind, "summary" + kind, "body" + kind},
                    String.join(" ", tokens));
        }

        boolean isCommon(UUID tag) {
            return isCommon(new String[] {"tags"}, tag.toString());
        }

        private boolean isCommon(String[] fields, String any) {
            String name = fields[0] + ' ' + any;
            Counted before = known.getIfPresent(name);
            if (before != null && holds(before)) {
                return before.common();
            }
            boolean common = count(fields, any) > settings.commonAbove();
            known.put(name, new Counted(common, documents));
            return common;
        }

        /// Until so many documents have come or gone that it may be otherwise now.
        private boolean holds(Counted counted) {
            return Math.abs(documents - counted.of()) <= settings.commonAbove();
        }

        private long count(String[] fields, String any) {
            return session.search(EditionDocument.class)
                    .where(f -> f.match().fields(fields).matching(any))
                    .fetchTotalHitCount();
        }
    }
}
