package dev.vestnik.consent;

import java.util.List;
import java.util.Set;

/// What kind of purpose one is, as the vocabularies of receipts have it; told by the signals of
/// consent mode that it stands for.
enum PurposeKind {
    ADVERTISING("Marketing", "dpv:Advertising", DataCategory.NETWORK, DataCategory.USAGE),
    MEASURING(
            "Improve Performance",
            "dpv:ServiceUsageAnalytics",
            DataCategory.NETWORK,
            DataCategory.USAGE),
    PERSONALISING(
            "Personalized Experience",
            "dpv:ServicePersonalisation",
            DataCategory.NETWORK,
            DataCategory.USAGE),
    SERVING("Core Function", "dpv:RequestedServiceProvision", DataCategory.NETWORK),
    /// One that no signal tells of, such as letters to subscribers.
    CONTACTING("Contact Requested", "dpv:CommunicationManagement", DataCategory.CONTACT);

    private static final Set<ConsentSignal> ADS =
            Set.of(
                    ConsentSignal.AD_STORAGE,
                    ConsentSignal.AD_USER_DATA,
                    ConsentSignal.AD_PERSONALIZATION);

    private final String kantara;
    private final String dpv;
    private final List<DataCategory> data;

    PurposeKind(String kantara, String dpv, DataCategory... data) {
        this.kantara = kantara;
        this.dpv = dpv;
        this.data = List.of(data);
    }

    static PurposeKind of(FrozenPurpose purpose) {
        List<ConsentSignal> signals = purpose.signals();
        if (signals.stream().anyMatch(ADS::contains)) {
            return ADVERTISING;
        }
        if (signals.contains(ConsentSignal.ANALYTICS_STORAGE)) {
            return MEASURING;
        }
        if (signals.contains(ConsentSignal.PERSONALIZATION_STORAGE)) {
            return PERSONALISING;
        }
        return signals.isEmpty() && !purpose.necessary() ? CONTACTING : SERVING;
    }

    /// The category of Kantara's list.
    String kantara() {
        return kantara;
    }

    /// The term of the Data Privacy Vocabulary.
    String dpv() {
        return dpv;
    }

    /// What a purpose takes: what it names, or else what is usual for its kind.
    static List<DataCategory> data(FrozenPurpose purpose) {
        List<DataCategory> named = purpose.data();
        return named == null ? of(purpose).data : named;
    }
}
