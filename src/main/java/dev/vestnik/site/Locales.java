package dev.vestnik.site;

import dev.vestnik.edge.Problem;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks locales against the configured list.
@Singleton
public class Locales {

    private final Site site;

    Locales(Site site) {
        this.site = site;
    }

    /// The parameter's locale; null where it was not given.
    ///
    /// @throws Problem 400 where it is not configured
    public @Nullable String parameter(@Nullable String locale) {
        if (locale != null && !site.locales().contains(locale)) {
            throw Problem.parameter("locale", "UNKNOWN_LOCALE", allowed());
        }
        return locale;
    }

    /// The parameter's locale, or the default one.
    public String parameterOrDefault(@Nullable String locale) {
        return Optional.ofNullable(parameter(locale)).orElse(site.defaultLocale());
    }

    /// Lets a body pass whose locales are all configured.
    ///
    /// @throws Problem 422 that names the first other one under the pointer
    public void require(String pointer, Collection<String> locales) {
        for (String locale : locales) {
            if (!site.locales().contains(locale)) {
                throw Problem.invalid(
                        pointer, "UNKNOWN_LOCALE", "has " + locale + ", but " + allowed());
            }
        }
    }

    /// The locale in which a text is there: the wanted one, else the default one, else any.
    public String present(String wanted, Map<String, String> texts) {
        if (texts.containsKey(wanted)) {
            return wanted;
        }
        return texts.containsKey(site.defaultLocale())
                ? site.defaultLocale()
                : texts.keySet().iterator().next();
    }

    private String allowed() {
        return "must be one of " + String.join(", ", site.locales());
    }
}
