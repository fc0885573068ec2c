package dev.vestnik.edge;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the program meets the network. Filters are made before the rest of the program, and need it
/// then.
@StaticInitSafe
@ConfigMapping(prefix = "vestnik.edge")
interface EdgeSettings {

    /// How long anyone may keep a public answer before asking again.
    @WithDefault("10S")
    Duration maxAge();

    /// How long after that a cache may still give it while it asks.
    @WithDefault("60S")
    Duration staleWhileRevalidate();

    /// Origins whose pages may write, and read with a credential; every origin may read what is
    /// public.
    Optional<List<String>> allowedOrigins();

    /// The proxies in front, as networks such as `10.0.0.0/8`: what they say of the client in
    /// `X-Forwarded-For` is believed.
    Optional<List<String>> trustedProxies();

    /// The largest request body, in bytes.
    @WithDefault("2097152")
    long maxBody();

    /// How long a client may take to send a body.
    @WithDefault("10S")
    Duration bodyDeadline();
}
