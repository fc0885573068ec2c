package dev.vestnik.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// How the ledger is sealed.
@ConfigMapping(prefix = "vestnik.ledger")
interface LedgerSettings {

    /// How often this node seals new events; `off` where other nodes do.
    @WithDefault("1m")
    String sealEvery();

    /// Ids of keys that signed before the installation's secret was changed: what they signed is
    /// still believed.
    Optional<List<String>> trustedKeys();
}
