package dev.vestnik.search;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The index that is searched, and the next one while that is built. Each lies in a numbered
/// directory; reads go on in the old one until the new one takes its place.
@Singleton
class SearchIndexes {

    private static final Logger LOG = Logger.getLogger(SearchIndexes.class);

    private final Path directory;
    private final ReadWriteLock change = new ReentrantReadWriteLock();
    private volatile @Nullable SearchIndex present;

    SearchIndexes(SearchSettings settings) {
        directory = settings.directory();
    }

    /// Reads from the present index, which stays as long as that takes.
    ///
    /// @throws Problem 503 where the first one is still being built
    <T> T read(Function<SearchSession, T> reading) {
        change.readLock().lock();
        try {
            SearchIndex index = present;
            if (index == null) {
                throw Problem.of(ProblemType.BUSY, "The search index is being built.")
                        .with("Retry-After", "5");
            }
            try (SearchSession session = index.session()) {
                return reading.apply(session);
            }
        } finally {
            change.readLock().unlock();
        }
    }

    Optional<SearchIndex> present() {
        return Optional.ofNullable(present);
    }

    /// Takes up the index that was left by an earlier run, if one is there that can be read.
    ///
    /// @param last the last line of the change log; an index that has followed further belongs to
    ///   another database
    boolean takeUp(long last) {
        for (Path left : left()) {
            SearchIndex index = null;
            try {
                index = SearchIndex.open(left);
                if (index.followed() <= last && isReadable(index)) {
                    put(index);
                    return true;
                }
            } catch (IOException | RuntimeException e) {
                LOG.warnf("The search index in %s cannot be read: %s", left, e);
            }
            if (index != null) {
                index.close();
            }
        }
        return false;
    }

    private static boolean isReadable(SearchIndex index) {
        try (SearchSession session = index.session()) {
            session.search(EditionDocument.class)
                    .select(f -> f.field("stored", String.class))
                    .where(f -> f.matchAll())
                    .fetchHits(1);
            return true;
        }
    }

    /// A new one, which is not searched yet.
    SearchIndex create() {
        List<Path> left = left();
        int number = left.isEmpty() ? 1 : number(left.get(0)) + 1;
        try {
            return SearchIndex.create(
                    Files.createDirectories(directory.resolve(String.valueOf(number))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on this one is searched; those before it go.
    void put(SearchIndex index) {
        change.writeLock().lock();
        try {
            present().ifPresent(SearchIndex::close);
            present = index;
        } finally {
            change.writeLock().unlock();
        }
        int number = number(index.directory());
        left().stream().filter(old -> number(old) < number).forEach(SearchIndex::delete);
    }

    /// What is there, the newest first.
    private List<Path> left() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> left = Files.list(directory)) {
            return left.filter(path -> path.getFileName().toString().matches("\\d{1,9}"))
                    .sorted(Comparator.comparingInt(SearchIndexes::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path directory) {
        return Integer.parseInt(directory.getFileName().toString());
    }

    @PreDestroy
    void close() {
        change.writeLock().lock();
        try {
            present().ifPresent(SearchIndex::close);
            present = null;
        } finally {
            change.writeLock().unlock();
        }
    }
}
