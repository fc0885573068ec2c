package dev.vestnik.consent;

import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;

/// Where a consent, and what belongs to it, is reached from outside.
@Singleton
class ConsentLinks {

    private final Site site;
    private final ConsentSettings settings;

    ConsentLinks(Site site, ConsentSettings settings) {
        this.site = site;
        this.settings = settings;
    }

    String record(UUID id) {
        return api().path("consents/{id}").build(id).toString();
    }

    /// One of what stands below the record, such as `withdrawal`.
    String below(UUID id, String part) {
        return api().path("consents/{id}/{part}").build(id, part).toString();
    }

    /// What is in force of a notice, in a language.
    String notice(String key, String locale) {
        return api().path("consent/notices/{key}/current")
                .queryParam("locale", "{locale}")
                .build(key, locale)
                .toString();
    }

    /// The privacy policy; the notice where none is configured.
    String policy(String key, String locale) {
        return settings.policyUrl().map(Object::toString).orElseGet(() -> notice(key, locale));
    }

    private UriBuilder api() {
        return UriBuilder.fromUri(site.url()).path("api/v1");
    }
}
