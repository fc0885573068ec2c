package dev.vestnik.consent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
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

    /// Under whose law consent is asked for, as an ISO 3166 code; receipts tell it.
    @WithDefault("KZ")
    String jurisdiction();

    /// Where the privacy policy stands that receipts point to; the notice in force unless given.
    Optional<URI> policyUrl();

    /// Where data lies, as ISO 3166 codes; in the jurisdiction unless given.
    Optional<List<String>> storageLocations();

    /// The authority that takes complaints; receipts leave it out unless given.
    Optional<String> authority();

    /// The code of conduct that is kept to; receipts leave it out unless given.
    Optional<URI> codeOfConduct();

    /// The published impact assessment; receipts leave it out unless given.
    Optional<URI> impactAssessment();

    /// Since when Global Privacy Control is heeded, for `/.well-known/gpc.json`.
    @WithDefault("2026-11-24")
    LocalDate gpcSince();

    /// Counts in the statistics that are smaller, and not 0, are not told.
    @WithDefault("5")
    int smallestCount();

    /// How long consents are kept after they have ended: expired, withdrawn or invalidated.
    @WithDefault("P3Y")
    Period keptAfterEnd();
}
