package dev.vestnik.consent;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Legal bases as the Data Privacy Vocabulary and its extension for the GDPR call them.
final class LegalBases {

    private static final Map<String, List<String>> KNOWN =
            Map.of(
                    "CONTRACT", List.of("dpv:Contract", "eu-gdpr:A6-1-b"),
                    "LEGAL_OBLIGATION", List.of("dpv:LegalObligation", "eu-gdpr:A6-1-c"),
                    "VITAL_INTEREST", List.of("dpv:VitalInterest", "eu-gdpr:A6-1-d"),
                    "PUBLIC_INTEREST", List.of("dpv:PublicInterest", "eu-gdpr:A6-1-e"),
                    "LEGITIMATE_INTEREST", List.of("dpv:LegitimateInterest", "eu-gdpr:A6-1-f"));

    private LegalBases() {}

    /// The terms of what a purpose names; consent where it names nothing that is known, since it is
    /// asked for.
    static List<String> of(FrozenPurpose purpose, ConsentMethod method) {
        List<String> known =
                KNOWN.get(
                        purpose.legalBasis()
                                .strip()
                                .toUpperCase(Locale.ROOT)
                                .replaceAll("[ -]", "_")
                                .replaceFirst("INTERESTS$", "INTEREST"));
        if (known != null) {
            return known;
        }
        return List.of(
                consent(method),
                method.isExplicit()
                        ? "eu-gdpr:A6-1-a-explicit-consent"
                        : "eu-gdpr:A6-1-a-non-explicit-consent");
    }

    /// The kind of consent that a method expresses.
    static String consent(ConsentMethod method) {
        return method.isExplicit() ? "dpv:ExplicitlyExpressedConsent" : "dpv:ExpressedConsent";
    }
}
