package dev.vestnik.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How tags are kept.
@ConfigMapping(prefix = "vestnik.tag")
interface TagSettings {

    /// How often a node looks for tags that go and whose items have not all followed; zero where
    /// other nodes do.
    @WithDefault("1S")
    Duration retagEvery();
}
