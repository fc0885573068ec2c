package dev.vestnik.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.search.IndexSearcher;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.engine.search.query.SearchScroll;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;
import org.hibernate.search.util.common.SearchException;

/// One index, with the line of the change log that it has followed to.
final class SearchIndex {

    private static final int AT_ONCE = 1_000;

    static {
        // What one letter wrong may stand for comes on top of what Budget counts.
        IndexSearcher.setMaxClauseCount(8 * IndexSearcher.getMaxClauseCount());
    }

    /// Remembers how far an index has followed, once all of that is in it.
    interface Bookmark {
        void write(long seq);
    }

    private final int number;
    private final CloseableSearchMapping mapping;
    private final Bookmark bookmark;
    private long followed;

    /// @param number later ones have higher ones
    /// @param backend the properties of Hibernate Search that say where it lies
    SearchIndex(int number, Map<String, Object> backend, long followed, Bookmark bookmark) {
        this.number = number;
        this.followed = followed;
        this.bookmark = bookmark;
        var mapped =
                SearchMapping.builder(
                                AnnotatedTypeSource.fromClasses(
                                        EditionDocument.class, DraftDocument.class))
                        .property(
                                "hibernate.search.mapping.build_missing_discovered_jandex_indexes",
                                false)
                        .property(
                                "hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations",
                                false);
        backend.forEach(mapped::property);
        mapping = mapped.build();
    }

    int number() {
        return number;
    }

    SearchSession session() {
        return mapping.createSession();
    }

    /// The last line of the change log that is in it.
    long followed() {
        return followed;
    }

    /// Notes how far it has followed, once all of that is in it.
    void followed(long seq) {
        bookmark.write(seq);
        followed = seq;
    }

    /// Whether it answers.
    ///
    /// @throws RuntimeException where it does not
    void test() {
        try (SearchSession session = session()) {
            session.search(List.of(EditionDocument.class, DraftDocument.class))
                    .select(f -> f.field("stored", String.class))
                    .where(f -> f.matchAll())
                    .sort(f -> f.field("publishedAt").then().field("item"))
                    .fetchHits(1);
        }
    }

    /// Writes documents and takes others away; they are on disk and found when this returns.
    void write(
            Collection<NewsDocument> documents,
            Map<Class<? extends NewsDocument>, Set<String>> gone) {
        try (SearchSession session = session(IndexingPlanSynchronizationStrategy.sync())) {
            documents.forEach(session.indexingPlan()::addOrUpdate);
            gone.forEach(
                    (type, ids) -> ids.forEach(id -> session.indexingPlan().purge(type, id, null)));
        }
    }

    /// Writes documents that are not in it yet, from any thread. `finish` makes them safe and lets
    /// them be found.
    ///
    /// @throws SearchException where one could not be written
    void add(Collection<NewsDocument> documents) {
        try (SearchSession session = session(SearchIndex::written)) {
            documents.forEach(session.indexingPlan()::add);
        }
    }

    void finish() {
        try (SearchSession session = mapping.createSession()) {
            session.workspace().flush();
            session.workspace().refresh();
        }
    }

    /// The items that carry any of some tags.
    Set<UUID> carrying(Collection<String> tags) {
        Set<UUID> items = new HashSet<>();
        try (SearchSession session = session();
                SearchScroll<String> scroll =
                        session.search(List.of(EditionDocument.class, DraftDocument.class))
                                .select(f -> f.field("item", String.class))
                                .where(f -> f.terms().field("tags").matchingAny(tags))
                                .scroll(AT_ONCE)) {
            for (var next = scroll.next(); next.hasHits(); next = scroll.next()) {
                next.hits().forEach(item -> items.add(UUID.fromString(item)));
            }
        }
        return items;
    }

    private SearchSession session(IndexingPlanSynchronizationStrategy strategy) {
        return mapping.createSessionWithOptions()
                .indexingPlanSynchronizationStrategy(strategy)
                .build();
    }

    /// Waits until the writer has taken everything, and neither for the disk nor for readers.
    private static void written(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(future -> {
            Optional<Throwable> failure = future.join().throwable();
            if (failure.isPresent()) {
                throw new SearchException("The index took no document: ", failure.get());
            }
        });
    }

    /// Takes everything of it away.
    void drop() {
        mapping.scope(NewsDocument.class).schemaManager().dropIfExisting();
    }

    void close() {
        mapping.close();
    }
}
