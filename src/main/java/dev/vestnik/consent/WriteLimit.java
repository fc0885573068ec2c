package dev.vestnik.consent;

import dev.vestnik.edge.Allowance;
import dev.vestnik.edge.Problem;
import jakarta.inject.Singleton;

/// How much the public may write: so much a minute from one address, and taking back has a measure
/// of its own, so that nobody who asked too much is kept from it.
@Singleton
class WriteLimit {

    private final Allowance writes = new Allowance("Too many requests; wait a little.");
    private final ConsentSettings settings;

    WriteLimit(ConsentSettings settings) {
        this.settings = settings;
    }

    /// @throws Problem 429 where the address has none left
    void take(String address, boolean withdraws) {
        if (withdraws) {
            writes.take("back " + address, settings.withdrawalsPerMinute());
        } else {
            writes.take("write " + address, settings.writesPerMinute());
        }
    }
}
