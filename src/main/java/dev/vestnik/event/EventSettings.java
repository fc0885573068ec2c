package dev.vestnik.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a deployment may set about live events.
@ConfigMapping(prefix = "vestnik.events")
interface EventSettings {

    /// How often listeners are told that the connection is alive; well below
    /// `quarkus.http.idle-timeout`, which ends silent ones.
    @WithDefault("15S")
    Duration heartBeat();

    /// How many may listen to one node at once; well below `quarkus.http.limits.max-connections`,
    /// which readers need too.
    @WithDefault("3000")
    int mostListeners();

    /// How long a listener may leave unread what it was sent before it is cut off.
    @WithDefault("10S")
    Duration patience();
}
