package dev.vestnik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A purpose as it was when a version was published.
@Schema(name = "ConsentFrozenPurpose")
record FrozenPurpose(
        String code,
        boolean necessary,
        Map<String, String> names,
        Map<String, String> descriptions,
        String legalBasis,
        String retention,
        List<Vendor> vendors,
        List<ConsentSignal> signals,
        @Schema(description = "What kinds of data it takes, where it was said.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable List<DataCategory> data) {

    static FrozenPurpose of(Purpose purpose) {
        return new FrozenPurpose(
                purpose.code,
                purpose.necessary,
                new TreeMap<>(purpose.names),
                new TreeMap<>(purpose.descriptions),
                purpose.legalBasis,
                purpose.retention,
                List.copyOf(purpose.vendors),
                List.copyOf(purpose.signals),
                purpose.data.isEmpty() ? null : List.copyOf(purpose.data));
    }

    /// What it is called in a language, or else in the default one, or else by its code.
    String name(String locale, String defaultLocale) {
        return names.getOrDefault(locale, names.getOrDefault(defaultLocale, code));
    }

    /// What it is in a language, or else in the default one; empty where nobody said so.
    String description(String locale, String defaultLocale) {
        return descriptions.getOrDefault(locale, descriptions.getOrDefault(defaultLocale, ""));
    }
}
