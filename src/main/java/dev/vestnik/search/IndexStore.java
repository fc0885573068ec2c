package dev.vestnik.search;

import java.util.Optional;

/// Where indexes lie: in a directory of this node, or on a cluster that several nodes share.
interface IndexStore {

    /// Opens the index that an earlier run, or another node, has left whole.
    ///
    /// @return empty where there is none that can be used
    Optional<SearchIndex> left();

    /// Makes a new, empty one, which is not searched yet.
    SearchIndex create();

    /// From now on this one is to be searched.
    ///
    /// @throws IllegalStateException where another node writes meanwhile
    void keep(SearchIndex index);

    /// Does away with what came before it and nobody reads any more.
    void clear(SearchIndex index);

    /// Does away with one that was never kept. It is closed.
    void discard(SearchIndex index);

    /// Whether this node writes; of several that share an index one does.
    boolean isWriter();

    /// Lets another node write.
    void release();

    /// The number of the index that is to be searched; 0 where there is none.
    int present();

    /// Whether it can be away, or be lost, while this node goes on.
    boolean isRemote();

    /// Whether the failure says that the store cannot be reached, and nothing of the index.
    boolean isAway(RuntimeException failure);
}
