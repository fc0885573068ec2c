package dev.vestnik.search;

import dev.vestnik.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A language that a query is read in.
///
/// @param locales the locales of the items that it finds; empty for all
record Reading(Language language, List<String> locales) {

    /// The locale's language, else as its letters have it. Cyrillic words without a letter of its
    /// own may be Kazakh all the same; so read, they find Kazakh items.
    static List<Reading> of(String typed, @Nullable String locale, List<String> all) {
        Language guessed = Language.of(locale, typed);
        List<Reading> readings = new ArrayList<>(List.of(new Reading(guessed, List.of())));
        List<String> kazakh =
                all.stream()
                        .filter(one -> Locale.forLanguageTag(one).getLanguage().equals("kk"))
                        .toList();
        if (locale == null && guessed == Language.RUSSIAN && !kazakh.isEmpty()) {
            readings.add(new Reading(Language.KAZAKH, kazakh));
        }
        return readings;
    }
}
