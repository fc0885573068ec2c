package dev.vestnik.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vestnik.change.ChangeLines;
import dev.vestnik.news.NewsDocuments;
import dev.vestnik.news.PublicEdition;
import dev.vestnik.news.WorkingCopy;
import dev.vestnik.site.Site;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Fills indexes from the database.
@Singleton
class IndexBuilding {

    private static final Logger LOG = Logger.getLogger(IndexBuilding.class);
    private static final int FILLED_AT_ONCE = 200;
    private static final int WRITERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final ChangeLines log;
    private final NewsDocuments news;
    private final ObjectMapper json;
    private final Site site;
    private final InstantSource time;

    IndexBuilding(
            ChangeLines log, NewsDocuments news, ObjectMapper json, Site site, InstantSource time) {
        this.log = log;
        this.news = news;
        this.json = json;
        this.site = site;
        this.time = time;
    }

    /// Writes everything into an empty index: one thread reads, others take the texts apart and
    /// write. What is changed meanwhile stands in the change log after the line that the index is
    /// then said to have followed.
    ///
    /// @param beforeEach throws where the index is no longer to be written
    void fill(SearchIndex index, RebuildProgress progress, Runnable beforeEach) {
        long seq = log.last();
        progress.begins(QuarkusTransaction.requiringNew().call(news::count), time.millis());
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            Deque<Future<Integer>> underWay = new ArrayDeque<>();
            UUID last = null;
            List<WorkingCopy> working;
            do {
                beforeEach.run();
                UUID from = last;
                working =
                        QuarkusTransaction.requiringNew()
                                .call(() -> news.workingCopiesAfter(from, FILLED_AT_ONCE));
                List<UUID> ids = working.stream().map(one -> one.copy().id()).toList();
                Instant now = time.instant();
                List<WorkingCopy> copies = working;
                List<PublicEdition> editions = editions(ids, now);
                underWay.add(
                        writers.submit(() -> {
                            index.add(documents(copies.stream(), editions, now));
                            return copies.size();
                        }));
                if (underWay.size() > WRITERS) {
                    progress.advances(done(underWay.remove()), time.millis());
                }
                last = ids.isEmpty() ? last : ids.get(ids.size() - 1);
            } while (working.size() == FILLED_AT_ONCE);
            while (!underWay.isEmpty()) {
                progress.advances(done(underWay.remove()), time.millis());
            }
        } finally {
            end(writers);
        }
        index.finish();
        index.followed(seq);
    }

    private static int done(Future<Integer> writing) {
        try {
            return writing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the search index was built", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        }
    }

    /// Waits for what is under way: nobody closes or deletes an index that is still written. An
    /// interrupt would close files under the index.
    private static void end(ExecutorService writers) {
        writers.shutdown();
        try {
            while (!writers.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("Still waiting for what is being written into the search index");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Brings the documents of some items in line with what the database has.
    void renew(SearchIndex index, Collection<UUID> items) {
        Instant now = time.instant();
        List<WorkingCopy> working =
                QuarkusTransaction.requiringNew().call(() -> news.workingCopies(items));
        List<NewsDocument> documents =
                documents(working.parallelStream(), editions(items, now), now);
        Set<String> drafts = new HashSet<>();
        Set<String> editions = new HashSet<>();
        for (UUID item : items) {
            drafts.add(DraftDocument.document(item));
            editions.addAll(EditionDocument.documents(item));
        }
        documents.forEach(document ->
                (document instanceof DraftDocument ? drafts : editions).remove(document.document));
        index.write(
                documents, Map.of(DraftDocument.class, drafts, EditionDocument.class, editions));
    }

    private List<PublicEdition> editions(Collection<UUID> items, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> news.editions(items, now));
    }

    private List<NewsDocument> documents(
            Stream<WorkingCopy> working, List<PublicEdition> editions, Instant now) {
        Map<UUID, List<PublicEdition>> shown =
                editions.stream().collect(Collectors.groupingBy(edition -> edition.copy().id()));
        return working.flatMap(
                        one -> documents(one, shown.getOrDefault(one.copy().id(), List.of()), now))
                .toList();
    }

    private Stream<NewsDocument> documents(
            WorkingCopy working, List<PublicEdition> editions, Instant now) {
        IndexedWords words = new IndexedWords();
        Stream<NewsDocument> shown =
                editions.stream()
                        .map(edition ->
                                EditionDocument.of(
                                        edition, working, now, words, json, site.timeZone()));
        return working.isShown()
                ? shown
                : Stream.concat(
                        shown, Stream.of(DraftDocument.of(working, words, json, site.timeZone())));
    }
}
