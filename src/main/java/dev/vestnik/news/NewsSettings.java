package dev.vestnik.news;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long things of the newsroom are kept.
@ConfigMapping(prefix = "vestnik.news")
interface NewsSettings {

    /// How many revisions of an item are kept; the oldest go.
    @WithDefault("200")
    int revisionsKept();

    /// How long what was put into the trash can be restored.
    @WithDefault("30D")
    Duration trashKept();

    /// How often a node looks for what is due; `off` where other nodes do.
    @WithDefault("1s")
    String scheduleEvery();

    /// How long a preview link is good where it was not said.
    @WithDefault("7D")
    Duration previewKept();
}
