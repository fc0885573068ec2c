package dev.vestnik.memory;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What a deployment may set about memory.
@StaticInitSafe
@ConfigMapping(prefix = "vestnik.memory")
interface MemorySettings {

    /// Up to which size a heap (`-Xmx`) is made small again while the program idles; 0 for none.
    /// The pause grows with what the heap holds.
    @WithDefault("512M")
    MemorySize givenBackUpTo();
}
