package dev.vestnik.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where the index lies, how closely it follows, and what it takes for alike.
@ConfigMapping(prefix = "vestnik.search")
interface SearchSettings {

    /// The directory of the index. It can be deleted while the program stands still: it is built
    /// anew from the database.
    @WithDefault("${vestnik.data-dir}/index")
    Path directory();

    /// How often the change log is looked at; nothing follows it by itself where this is 0.
    @WithDefault("0.2S")
    Duration followEvery();

    /// On how many items a word or a tag may be that tells what one is about.
    @WithDefault("10000")
    int commonAbove();

    Cluster cluster();

    /// An OpenSearch or Elasticsearch cluster in the place of the local directory.
    interface Cluster {

        /// Its addresses, separated by commas; without any the index lies in the directory.
        Optional<String> uris();

        Optional<String> username();

        Optional<String> password();

        /// What the names of its indexes begin with.
        @WithDefault("vestnik")
        String prefix();
    }
}
