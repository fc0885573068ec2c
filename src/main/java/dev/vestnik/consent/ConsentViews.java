package dev.vestnik.consent;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/// Shows consents as they stand at this moment.
@Singleton
class ConsentViews {

    static final String PRIVATE = "private, no-store";

    private final InstantSource time;

    ConsentViews(InstantSource time) {
        this.time = time;
    }

    ConsentView of(ConsentRecord kept) {
        return of(List.of(kept)).get(0);
    }

    /// Several of them; terms and notices are read once for all.
    List<ConsentView> of(List<ConsentRecord> records) {
        Map<String, EditionTerms> terms = new HashMap<>();
        Map<String, ConsentStanding.Versions> versions = new HashMap<>();
        return records.stream()
                .map(kept ->
                        ConsentView.of(
                                kept,
                                ConsentStanding.of(
                                        kept.projection(),
                                        terms.computeIfAbsent(
                                                kept.noticeKey + '/' + kept.noticeVersion,
                                                missing -> terms(kept)),
                                        versions.computeIfAbsent(
                                                kept.noticeKey, ConsentViews::versions),
                                        time.instant())))
                .toList();
    }

    static EditionTerms terms(ConsentRecord kept) {
        return edition(kept).terms();
    }

    static Edition edition(ConsentRecord kept) {
        return Edition.of(kept.noticeKey, kept.noticeVersion).orElseThrow();
    }

    private static ConsentStanding.Versions versions(String key) {
        Notice notice = Notice.byKey(key).orElseThrow();
        boolean asks =
                Edition.of(key, notice.currentNumber)
                        .map(edition -> edition.terms().mode() == VersionMode.OPT_IN)
                        .orElse(false);
        return new ConsentStanding.Versions(
                notice.currentNumber, notice.materialNumber, notice.widenedNumber, asks);
    }

    /// An answer that no cache keeps.
    <T> RestResponse<T> kept(T answer) {
        return RestResponse.ResponseBuilder.<T>ok(Objects.requireNonNull(answer))
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .build();
    }
}
