package dev.vestnik.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What a deployment may set about webhooks.
@ConfigMapping(prefix = "vestnik.webhook")
interface WebhookSettings {

    /// Whether receivers may lie in private networks and on this machine, and be called without
    /// TLS.
    @WithDefault("false")
    boolean allowPrivate();

    /// How often this node looks for what is to be sent; zero leaves it to others.
    @WithDefault("0.5S")
    Duration sendEvery();

    /// How long after its commit an event is sent at the earliest: as long as any node may give
    /// what it has read before.
    @WithDefault("1.2S")
    Duration settle();

    /// How long one attempt may take in all.
    @WithDefault("15S")
    Duration timeout();

    /// After how long a node that took a delivery and told nothing more is taken for dead; longer
    /// than the time of an attempt.
    @WithDefault("30S")
    Duration lease();

    /// How many at once are sent to one host, by all nodes together.
    @WithDefault("4")
    int atOncePerHost();

    /// How many at once this node sends in all.
    @WithDefault("32")
    int atOnce();

    /// How long what was delivered or given up is kept to be looked at.
    @WithDefault("30D")
    Duration deliveriesKept();
}
