package dev.vestnik.language;

import dev.vestnik.language.MorphologicalDictionary.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Chooses among the ways to read a Russian form. The dictionary lists all that grammar allows; a
/// newspaper reader sees one or two of them, and a search that takes the rest along finds левый for
/// лев.
final class RussianReadings {

    /// What no rule tells: readings of very common forms that are never meant.
    private static final Map<String, Set<String>> NEVER_MEANT =
            Map.of(
                    "лет", Set.of("лет"),
                    "поле", Set.of("пол", "пола"),
                    "пол", Set.of("пола"),
                    "семью", Set.of("семь"),
                    "уже", Set.of("узкий", "уж"));

    private RussianReadings() {}

    /// The words that a form belongs to, ё folded.
    static Set<String> lemmas(String form, List<Reading> readings) {
        Set<String> never = NEVER_MEANT.getOrDefault(form, Set.of());
        Set<String> lemmas = new LinkedHashSet<>();
        for (Reading reading : readings) {
            String lemma = folded(reading.lemma());
            if (!isUnlikely(form, reading, readings) && !never.contains(lemma)) {
                lemmas.add(lemma);
            }
        }
        if (lemmas.isEmpty()) {
            readings.forEach(reading -> lemmas.add(folded(reading.lemma())));
        }
        return lemmas;
    }

    /// Whether it can be a name only. Some are in the dictionary a second time, as not declining.
    static boolean areNames(List<Reading> readings) {
        return any(readings, RussianTags::isName)
                && readings.stream()
                        .allMatch(reading ->
                                RussianTags.isName(reading) || RussianTags.isStiff(reading));
    }

    /// Whether a name could look like it: only what declines can.
    static boolean declines(List<Reading> readings) {
        return readings.stream()
                .anyMatch(
                        reading -> RussianTags.is(reading, "NN") || RussianTags.is(reading, "ADJ"));
    }

    /// Whether it can be the second part of a compound: no names, no small words.
    static boolean compounds(List<Reading> readings) {
        return readings.stream()
                .anyMatch(reading ->
                        RussianTags.isCommonNoun(reading)
                                || RussianTags.is(reading, "ADJ")
                                || RussianTags.is(reading, "VB")
                                || RussianTags.is(reading, "PT"));
    }

    /// What the form is less likely to be than something else that it may be.
    private static boolean isUnlikely(String form, Reading reading, List<Reading> readings) {
        if (folded(reading.lemma()).equals(form)) {
            return false;
        }
        if (any(readings, RussianTags::isSmallWord)) {
            return RussianTags.is(reading, "NN") && !RussianTags.isByMeansOf(reading)
                    || RussianTags.is(reading, "DPT")
                    || RussianTags.is(reading, "ADJ:Short:Masc");
        }
        boolean namesThing =
                any(readings, other -> RussianTags.isCommonNoun(other) && isLemma(form, other));
        if (RussianTags.is(reading, "ADJ:Short")) {
            return namesThing;
        }
        if (RussianTags.is(reading, "DPT") || RussianTags.is(reading, "PT_Short")) {
            return CommonWords.has(form) && any(readings, RussianTags::isCommonNoun);
        }
        if (reading.tag().contains(":IMP:")) {
            return any(readings, other -> !other.tag().contains(":IMP:"));
        }
        if (RussianTags.isPluralName(reading)) {
            return any(readings, other -> yieldsTo(reading, other));
        }
        return namesThing && isSeldom(reading) && isRarer(reading.lemma(), form);
    }

    /// Иванов is no form of Иван, nor жили of a family named Жиль.
    private static boolean yieldsTo(Reading plural, Reading other) {
        return !other.lemma().equals(plural.lemma())
                && (plural.tag().startsWith("NN:Name") || !RussianTags.isName(other));
    }

    /// Forms that are met less than the nominative they look like: тест is rather a test than of
    /// doughs, стекло rather glass than has flowed off.
    private static boolean isSeldom(Reading reading) {
        return RussianTags.is(reading, "VB")
                || RussianTags.isCommonNoun(reading)
                        && (reading.tag().contains(":PL:R") || reading.tag().contains(":PL:V"));
    }

    private static boolean isRarer(String lemma, String form) {
        return CommonWords.has(form) && !CommonWords.has(folded(lemma));
    }

    private static boolean isLemma(String form, Reading reading) {
        return folded(reading.lemma()).equals(form);
    }

    private static boolean any(List<Reading> readings, Predicate<Reading> test) {
        return readings.stream().anyMatch(test);
    }

    private static String folded(String lemma) {
        return lemma.replace('ё', 'е');
    }
}
