package dev.vestnik.consent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/// How consent is asked for and kept.
@ConfigMapping(prefix = "vestnik.consent")
interface ConsentSettings {

    /// The languages that a notice must have before it can be published; all of the site's unless
    /// given.
    Optional<List<String>> requiredLocales();

    /// How long after a notice was shown it can be answered.
    @WithDefault("30M")
    Duration shownFor();

    /// How many impressions, consents and changes an address may send in a minute.
    @WithDefault("120")
    long writesPerMinute();

    /// How many withdrawals and erasures an address may send in a minute.
    @WithDefault("600")
    long withdrawalsPerMinute();

    /// How often this node looks for consents whose time is over; `off` leaves it to others.
    @WithDefault("1m")
    String expireEvery();

    /// Counts in the statistics that are smaller, and not 0, are not told.
    @WithDefault("5")
    int smallestCount();

    /// How long consents are kept after they have ended: expired, withdrawn or invalidated.
    @WithDefault("P3Y")
    Period keptAfterEnd();
}
