package dev.vestnik.language;

import dev.vestnik.language.MorphologicalDictionary.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Forms of English words: the dictionary first, which has went and children; then the plural and
/// the possessive by rule.
final class EnglishForms {

    private static final MorphologicalDictionary DICTIONARY =
            MorphologicalDictionary.at("org/languagetool/resource/en/english");

    private static final int SHORTEST_STEM = 3;

    private EnglishForms() {}

    static Forms of(String written) {
        String form = Token.withoutApostrophes(withoutPossessive(written));
        Set<String> lemmas = new LinkedHashSet<>();
        for (Reading reading : readings(form)) {
            lemmas.add(reading.lemma().toLowerCase(Locale.ROOT));
        }
        Word.Known known = lemmas.isEmpty() ? Word.Known.NOT : Word.Known.WELL;
        return new Forms(lemmas, Set.of(stem(form)), known);
    }

    /// Names are in the dictionary with a capital letter only.
    private static List<Reading> readings(String form) {
        List<Reading> readings = DICTIONARY.readings(form);
        if (readings.isEmpty() && !form.isEmpty()) {
            return DICTIONARY.readings(
                    form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1));
        }
        return readings;
    }

    private static String withoutPossessive(String form) {
        return form.endsWith("'s") ? form.substring(0, form.length() - 2) : form;
    }

    private static String stem(String form) {
        int length = form.length();
        if (length <= SHORTEST_STEM || !form.endsWith("s") || form.matches(".*[sui]s")) {
            return form;
        }
        if (form.endsWith("ies") && length > SHORTEST_STEM + 1) {
            return form.substring(0, length - 3) + "y";
        }
        if (form.matches(".*(s|x|z|ch|sh)es")) {
            return form.substring(0, length - 2);
        }
        return form.substring(0, length - 1);
    }
}
