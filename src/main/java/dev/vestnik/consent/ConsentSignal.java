package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The signals of Google's consent mode, version 2.
public enum ConsentSignal {
    AD_STORAGE,
    AD_USER_DATA,
    AD_PERSONALIZATION,
    ANALYTICS_STORAGE,
    FUNCTIONALITY_STORAGE,
    PERSONALIZATION_STORAGE,
    SECURITY_STORAGE;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return key();
    }

    /// What a purpose stands for that does not say so itself, by what its code begins with.
    static Set<ConsentSignal> byCode(String code) {
        if (code.startsWith("analytic")
                || code.startsWith("statistic")
                || code.startsWith("measur")) {
            return EnumSet.of(ANALYTICS_STORAGE);
        }
        if (code.startsWith("market")
                || code.startsWith("advert")
                || code.matches("ads?([^a-z].*)?")) {
            return EnumSet.of(AD_STORAGE, AD_USER_DATA, AD_PERSONALIZATION);
        }
        if (code.startsWith("function") || code.startsWith("preference")) {
            return EnumSet.of(FUNCTIONALITY_STORAGE);
        }
        return code.startsWith("personali")
                ? EnumSet.of(PERSONALIZATION_STORAGE)
                : EnumSet.noneOf(ConsentSignal.class);
    }
}
