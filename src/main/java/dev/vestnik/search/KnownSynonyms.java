package dev.vestnik.search;

import dev.vestnik.language.Language;
import dev.vestnik.site.Site;
import dev.vestnik.synonym.Synonyms;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The synonyms as they were when the change log last told of them. They are put into queries, not
/// into the index, so that a new one is heeded at once.
@Singleton
class KnownSynonyms {

    private final Site site;
    private volatile Map<String, Vocabulary> byLocale = Map.of();

    KnownSynonyms(Site site) {
        this.site = site;
    }

    void read() {
        Map<String, Vocabulary> all = new LinkedHashMap<>();
        for (String locale : site.locales()) {
            all.put(
                    locale,
                    Vocabulary.of(
                            QuarkusTransaction.requiringNew().call(() -> Synonyms.of(locale)),
                            Language.of(locale, "")));
        }
        byLocale = all;
    }

    /// The query with what means the same beside its words.
    ///
    /// @param locale whose synonyms are heeded; null for those of every locale in a language that
    ///   the query is read in
    QueryText expand(QueryText query, List<Reading> readings, @Nullable String locale) {
        List<Vocabulary> heeded =
                byLocale.entrySet().stream()
                        .filter(known ->
                                locale == null
                                        ? isRead(known.getValue(), readings)
                                        : known.getKey().equals(locale))
                        .map(Map.Entry::getValue)
                        .toList();
        return new Expansion(heeded).of(query);
    }

    private static boolean isRead(Vocabulary vocabulary, List<Reading> readings) {
        return readings.stream().anyMatch(reading -> reading.language() == vocabulary.language());
    }
}
