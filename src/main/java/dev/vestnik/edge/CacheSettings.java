package dev.vestnik.edge;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/// What a deployment may set about the answers that are kept ready.
@StaticInitSafe
@ConfigMapping(prefix = "vestnik.cache")
interface CacheSettings {

    /// Whether public answers are kept at all.
    @WithDefault("true")
    boolean enabled();

    /// How much memory they may take, outside of the heap; at most a quarter of what the heap may.
    @WithDefault("64M")
    MemorySize maxSize();

    /// The beginnings of the paths below which answers are kept.
    @WithDefault("/api/v1/news,/api/v1/tags,/api/v1/consent/notices,/feeds")
    List<String> paths();
}
