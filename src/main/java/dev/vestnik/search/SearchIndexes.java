package dev.vestnik.search;

import dev.vestnik.edge.Problem;
import dev.vestnik.edge.ProblemType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The index that is searched; reads go on in it until another takes its place.
@Singleton
class SearchIndexes {

    private static final Logger LOG = Logger.getLogger(SearchIndexes.class);

    private final IndexStore store;
    private final ReadWriteLock change = new ReentrantReadWriteLock();
    private volatile @Nullable SearchIndex present;
    private volatile boolean suspect;

    @Inject
    SearchIndexes(SearchSettings settings, EntityManager database, InstantSource time) {
        this(
                settings.cluster().uris().isPresent()
                        ? new IndexCluster(settings.cluster(), database, time)
                        : new IndexDirectory(settings.directory()));
    }

    SearchIndexes(IndexStore store) {
        this.store = store;
    }

    /// Reads from the present index, which stays as long as that takes.
    ///
    /// @throws Problem 503 where the first one is still being built, or its cluster is away
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
            } catch (SearchException e) {
                if (store.isAway(e)) {
                    throw Problem.of(
                                    ProblemType.SEARCH_UNAVAILABLE,
                                    "The search engine does not answer.")
                            .with("Retry-After", "5");
                }
                suspect = true;
                throw e;
            }
        } finally {
            change.readLock().unlock();
        }
    }

    Optional<SearchIndex> present() {
        return Optional.ofNullable(present);
    }

    /// Takes up the index that an earlier run has left, or another node writes, if it is there and
    /// not the one that is searched already.
    ///
    /// @param last the last line of the change log; an index that has followed further belongs to
    ///   another database
    boolean takeUp(long last) {
        if (present != null && present.number() == store.present()) {
            return true;
        }
        Optional<SearchIndex> left = store.left();
        if (left.isPresent() && left.get().followed() > last) {
            left.get().close();
            return false;
        }
        left.ifPresent(this::exchange);
        return left.isPresent();
    }

    /// A new one, which is not searched yet.
    SearchIndex create() {
        return store.create();
    }

    /// From now on this one is searched; those before it go.
    void put(SearchIndex index) {
        store.keep(index);
        exchange(index);
        try {
            store.clear(index);
        } catch (RuntimeException e) {
            LOG.warn("An old search index is left over", e);
        }
    }

    /// Whether the present index is to be tested before anything is built on it.
    boolean isDoubtful() {
        return suspect || store.isRemote();
    }

    /// Sees whether the present index answers.
    ///
    /// @throws RuntimeException where it does not
    void test() {
        present().ifPresent(SearchIndex::test);
        suspect = false;
    }

    private void exchange(SearchIndex index) {
        change.writeLock().lock();
        try {
            suspect = false;
            present().ifPresent(SearchIndex::close);
            present = index;
        } finally {
            change.writeLock().unlock();
        }
    }

    /// Does away with one that came to nothing.
    void discard(SearchIndex index) {
        index.close();
        store.discard(index);
    }

    /// Whether it lies on a cluster.
    boolean isRemote() {
        return store.isRemote();
    }

    /// Whether this node writes; of several that share an index one does.
    boolean isWriter() {
        return store.isWriter();
    }

    /// Lets another node write.
    void release() {
        store.release();
    }

    boolean isAway(RuntimeException failure) {
        return store.isAway(failure);
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
