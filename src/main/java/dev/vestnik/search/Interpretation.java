package dev.vestnik.search;

import dev.vestnik.language.Layouts;
import dev.vestnik.language.Spellings;
import dev.vestnik.language.Word;
import dev.vestnik.language.Words;
import dev.vestnik.site.Site;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out what a query that finds little was meant to be: typed on another keyboard, in Latin
/// letters, or with a letter wrong.
@Singleton
class Interpretation {

    /// What finds fewer finds little.
    private static final int FEW = 3;

    private static final int LONGEST = 200;

    private final IndexReading index;
    private final KnownSynonyms synonyms;
    private final Site site;

    Interpretation(IndexReading index, KnownSynonyms synonyms, Site site) {
        this.index = index;
        this.synonyms = synonyms;
        this.site = site;
    }

    /// What to run, and what to offer.
    ///
    /// @param offered a query that finds more; null where there is none
    record Choice(Attempt run, @Nullable String offered) {}

    Attempt attempt(String text, @Nullable String locale) {
        List<Reading> readings = Reading.of(text, locale, site.locales());
        QueryText query = synonyms.expand(QueryText.of(text), readings, locale);
        return new Attempt(text, Budget.cut(query, readings), readings, false);
    }

    /// What to make of a query that as typed finds so many.
    Choice choose(Attempt asTyped, long found, Scope scope) {
        String typed = asTyped.text();
        if (found >= FEW || asTyped.query().clauses().isEmpty() || typed.length() > LONGEST) {
            return new Choice(asTyped, null);
        }
        if (QueryText.isPlain(typed)) {
            for (String candidate : candidates(typed)) {
                Attempt other = attempt(candidate, scope.locale());
                if (index.count(other, scope) > found) {
                    return new Choice(found == 0 ? other : asTyped, candidate);
                }
            }
        }
        return index.count(asTyped.forgiven(), scope) > found
                ? new Choice(asTyped.forgiven(), null)
                : new Choice(asTyped, null);
    }

    private static List<String> candidates(String typed) {
        List<String> candidates = new ArrayList<>(Layouts.candidates(typed));
        candidates.addAll(Spellings.candidates(typed));
        return candidates;
    }

    /// The query with its misspelt words as the found texts have them; null where none is.
    static @Nullable String corrected(Attempt attempt, List<String> texts) {
        if (!QueryText.isPlain(attempt.text())) {
            return null;
        }
        Reading reading = attempt.readings().get(0);
        SoughtWords sought = attempt.sought();
        List<Word> written =
                texts.stream()
                        .flatMap(text -> Words.of(text, reading.language()).stream())
                        .toList();
        StringBuilder corrected = new StringBuilder();
        int at = 0;
        for (Word typed : Words.of(attempt.text(), reading.language())) {
            String meant = typed.start() < at ? null : meant(typed, written, sought);
            if (meant != null) {
                corrected.append(attempt.text(), at, typed.start()).append(meant);
                at = typed.end();
            }
        }
        return at == 0 ? null : corrected.append(attempt.text().substring(at)).toString();
    }

    /// The word that is written most of those that it may be.
    private static @Nullable String meant(Word typed, List<Word> written, SoughtWords sought) {
        Map<String, Integer> counts = new HashMap<>();
        for (Word word : written) {
            if (typed.meets(word)) {
                return null;
            }
            if (sought.isMeant(typed, word)) {
                counts.merge(word.exact(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
