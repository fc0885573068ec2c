package dev.vestnik.text;

import com.ibm.icu.util.ULocale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the locale ICU has data for. Left to itself, ICU takes the machine's default for one it
/// doesn't know.
final class Languages {

    private Languages() {}

    /// The locale of a language tag or its nearest parent among those known, else the one to fall
    /// back to.
    static ULocale nearest(String tag, Set<ULocale> known, ULocale fallback) {
        @Nullable ULocale wanted = ULocale.forLanguageTag(tag.replace('_', '-'));
        while (wanted != null && !wanted.getName().isEmpty()) {
            if (known.contains(wanted)) {
                return wanted;
            }
            wanted = wanted.getFallback();
        }
        return fallback;
    }
}
