package dev.vestnik.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who gets in.
@ConfigMapping(prefix = "vestnik.access")
interface AccessSettings {

    /// Failed logins a minute for one name; one address has three times as many.
    @WithDefault("10")
    int loginsPerMinute();
}
