package dev.vestnik.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vestnik.language.Language;
import dev.vestnik.language.Word;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;

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
    private final SearchIndexes indexes;

    Commonness(SearchSettings settings, SearchIndexes indexes) {
        this.settings = settings;
        this.indexes = indexes;
    }

    /// @param of how many documents there were then
    private record Counted(boolean common, long of) {}

    /// Looks at an index as it is now.
    <T> T in(SearchSession session, Function<Look, T> seen) {
        if (indexes.isRemote()) {
            return seen.apply(new Look(new ByQueries(session)));
        }
        try (IndexReader reader =
                session.scope(EditionDocument.class)
                        .extension(LuceneExtension.get())
                        .openIndexReader()) {
            return seen.apply(new Look(new ByDictionary(reader)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// As a query would have it, so that the index is tested.
    private static SearchException unreadable(IOException cause) {
        return new SearchException("The index cannot be read: " + cause.getMessage(), cause);
    }

    /// How many documents of an index have something.
    private interface Frequencies {

        /// How many it has.
        long documents();

        /// How many have any of some tokens in any of some fields; or, where that would have to be
        /// counted one by one, how many have the most frequent of the tokens in one field.
        long documentFrequency(String[] fields, Collection<String> tokens);
    }

    /// In a directory's dictionary of tokens these numbers stand. A query would count, and look for
    /// what was written since the query before it.
    private record ByDictionary(IndexReader reader) implements Frequencies {

        @Override
        public long documents() {
            return reader.numDocs();
        }

        @Override
        public long documentFrequency(String[] fields, Collection<String> tokens) {
            long most = 0;
            try {
                for (String field : fields) {
                    for (String token : tokens) {
                        most = Math.max(most, reader.docFreq(new Term(field, token)));
                    }
                }
            } catch (IOException e) {
                throw unreadable(e);
            }
            return most;
        }
    }

    private record ByQueries(SearchSession session) implements Frequencies {

        @Override
        public long documents() {
            return session.search(EditionDocument.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        }

        @Override
        public long documentFrequency(String[] fields, Collection<String> tokens) {
            return session.search(EditionDocument.class)
                    .where(f -> f.match().fields(fields).matching(String.join(" ", tokens)))
                    .fetchTotalHitCount();
        }
    }

    /// A look at an index.
    final class Look {

        private final Frequencies frequencies;
        private final long documents;

        private Look(Frequencies frequencies) {
            this.frequencies = frequencies;
            documents = frequencies.documents();
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
            return isCommon(new String[] {"title" + kind, "summary" + kind, "body" + kind}, tokens);
        }

        boolean isCommon(UUID tag) {
            return isCommon(new String[] {"tags"}, List.of(tag.toString()));
        }

        private boolean isCommon(String[] fields, Collection<String> tokens) {
            String name = fields[0] + ' ' + String.join(" ", tokens);
            Counted before = known.getIfPresent(name);
            if (before != null && holds(before)) {
                return before.common();
            }
            boolean common = frequencies.documentFrequency(fields, tokens) > settings.commonAbove();
            known.put(name, new Counted(common, documents));
            return common;
        }

        /// Until so many documents have come or gone that it may be otherwise now.
        private boolean holds(Counted counted) {
            return Math.abs(documents - counted.of()) <= settings.commonAbove();
        }
    }
}
