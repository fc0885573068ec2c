package dev.vestnik.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/// One index in a directory of its own. Beside it lies a file that says how far the index has
/// followed the change log; it is written after what it tells of, and only once the index is whole.
final class SearchIndex {

    private static final String FOLLOWED = "followed";

    static {
        // What one letter wrong may stand for comes on top of what Budget counts.
        IndexSearcher.setMaxClauseCount(8 * IndexSearcher.getMaxClauseCount());
    }

    private final Path directory;
    private final CloseableSearchMapping mapping;
    private long followed;

    private SearchIndex(Path directory, long followed) {
        this.directory = directory;
        this.followed = followed;
        mapping =
                SearchMapping.builder(
                                AnnotatedTypeSource.fromClasses(
                                        EditionDocument.class, DraftDocument.class))
                        .property(
                                "hibernate.search.mapping.build_missing_discovered_jandex_indexes",
                                false)
                        .property(
                                "hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations",
                                false)
                        .property("hibernate.search.backend.type", "lucene")
                        .property("hibernate.search.backend.lucene_version", "LATEST")
                        .property("hibernate.search.backend.directory.root", directory.toString())
                        .build();
    }

    /// A new, empty one.
    static SearchIndex create(Path directory) {
        delete(directory);
        return new SearchIndex(directory, 0);
    }

    /// One that was built before.
    ///
    /// @throws IOException where it is none, is not whole, or has another format
    static SearchIndex open(Path directory) throws IOException {
        String[] words = Files.readString(directory.resolve(FOLLOWED)).strip().split(" ");
        if (words.length != 2 || !words[0].equals("format-" + NewsDocument.FORMAT)) {
            throw new NoSuchFileException(directory.toString());
        }
        return new SearchIndex(directory, Long.parseLong(words[1]));
    }

    Path directory() {
        return directory;
    }

    SearchSession session() {
        return mapping.createSession();
    }

    /// The last line of the change log that is in it.
    long followed() {
        return followed;
    }

    /// Remembers how far it has followed, once all of that is in it.
    void followed(long seq) {
        try {
            Path written = directory.resolve(FOLLOWED + ".new");
            Files.writeString(written, "format-" + NewsDocument.FORMAT + " " + seq);
            Files.move(
                    written,
                    directory.resolve(FOLLOWED),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        followed = seq;
    }

    /// Writes documents and takes others away; they are on disk and found when this returns.
    void write(
            Collection<NewsDocument> documents,
            Map<Class<? extends NewsDocument>, Set<String>> gone) {
        change(documents, gone, IndexingPlanSynchronizationStrategy.sync());
    }

    /// Writes documents that `finish` will make safe.
    void add(Collection<NewsDocument> documents) {
        change(documents, Map.of(), IndexingPlanSynchronizationStrategy.async());
    }

    void finish() {
        try (SearchSession session = mapping.createSession()) {
            session.workspace().flush();
            session.workspace().refresh();
        }
    }

    /// The items that carry any of some tags.
    Set<UUID> carrying(Collection<String> tags) {
        try (SearchSession session = mapping.createSession()) {
            return session
                    .search(List.of(EditionDocument.class, DraftDocument.class))
                    .select(f -> f.field("item", String.class))
                    .where(f -> f.terms().field("tags").matchingAny(tags))
                    .fetchAllHits()
                    .stream()
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        }
    }

    private void change(
            Collection<NewsDocument> documents,
            Map<Class<? extends NewsDocument>, Set<String>> gone,
            IndexingPlanSynchronizationStrategy strategy) {
        try (SearchSession session =
                mapping.createSessionWithOptions()
                        .indexingPlanSynchronizationStrategy(strategy)
                        .build()) {
            documents.forEach(session.indexingPlan()::addOrUpdate);
            gone.forEach(
                    (type, ids) -> ids.forEach(id -> session.indexingPlan().purge(type, id, null)));
        }
    }

    void close() {
        mapping.close();
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
