package dev.vestnik.edge;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.OptionalInt;

/// What a deployment may set about the work on the public's reads.
@StaticInitSafe
@ConfigMapping(prefix = "vestnik.reads")
interface ReadSettings {

    /// How many are worked on at once: less than half as many as there are connections. Where it is
    /// not said, two for each processor: they wait for the database, but seldom and shortly, and
    /// more would only take turns.
    OptionalInt threads();

    /// The beginnings of their paths. Neither streams belong here nor what may wait for others than
    /// the database: searches, and the feeds of searches.
    @WithDefault("/api/v1/news,/api/v1/tags,/api/v1/consent/notices,/api/v1/sync")
    List<String> paths();
}
