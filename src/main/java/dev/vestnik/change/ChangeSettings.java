package dev.vestnik.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a deployment may set about the change log.
@ConfigMapping(prefix = "vestnik.change")
interface ChangeSettings {

    /// How often the log is looked at for what other nodes wrote; zero for never.
    @WithDefault("0.1S")
    Duration watchEvery();
}
