package dev.vestnik.language;

import dev.vestnik.language.MorphologicalDictionary.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Forms of Russian words: the dictionary first, then its words with a prefix before them, then
/// endings by rule.
final class RussianForms {

    private static final MorphologicalDictionary DICTIONARY =
            MorphologicalDictionary.at("org/languagetool/resource/ru/russian");

    /// First parts of compounds that a news item makes anew each day.
    private static final List<String> PREFIXES =
            List.of(
                    "авиа",
                    "авто",
                    "агро",
                    "анти",
                    "аудио",
                    "аэро",
                    "био",
                    "веб",
                    "вело",
                    "видео",
                    "внутри",
                    "вне",
                    "газо",
                    "гео",
                    "гидро",
                    "гипер",
                    "гос",
                    "двух",
                    "евро",
                    "зоо",
                    "интер",
                    "интернет",
                    "кибер",
                    "кино",
                    "контр",
                    "космо",
                    "крипто",
                    "лже",
                    "макро",
                    "медиа",
                    "меж",
                    "мега",
                    "мета",
                    "метео",
                    "микро",
                    "мини",
                    "много",
                    "моно",
                    "мото",
                    "мульти",
                    "нано",
                    "не",
                    "нейро",
                    "нео",
                    "онлайн",
                    "пере",
                    "пост",
                    "пред",
                    "псевдо",
                    "радио",
                    "само",
                    "сверх",
                    "соц",
                    "спец",
                    "спорт",
                    "суб",
                    "супер",
                    "теле",
                    "тепло",
                    "термо",
                    "техно",
                    "транс",
                    "трех",
                    "ультра",
                    "фото",
                    "экзо",
                    "эко",
                    "экс",
                    "электро",
                    "энерго",
                    "этно");

    /// A shorter rest would turn up in words that have no prefix at all.
    private static final int SHORTEST_REST = 5;

    private RussianForms() {}

    static Forms of(String form) {
        List<Reading> readings = DICTIONARY.readings(form);
        if (!readings.isEmpty()) {
            return known(form, readings);
        }
        Set<String> lemmas = prefixed(form);
        return new Forms(
                lemmas, RussianStems.of(form), lemmas.isEmpty() ? Word.Known.NOT : Word.Known.WELL);
    }

    private static Forms known(String form, List<Reading> readings) {
        Set<String> lemmas = RussianReadings.lemmas(form, readings);
        if (RussianReadings.areNames(readings)) {
            return new Forms(lemmas, RussianStems.ofName(form), Word.Known.AS_NAME);
        }
        boolean declines = RussianReadings.declines(readings);
        return new Forms(lemmas, declines ? RussianStems.of(form) : Set.of(), Word.Known.WELL);
    }

    /// Whether the dictionary has it, as it stands.
    static boolean knows(String form) {
        return !DICTIONARY.readings(form).isEmpty();
    }

    private static Set<String> prefixed(String form) {
        Set<String> lemmas = new LinkedHashSet<>();
        for (String prefix : PREFIXES) {
            if (form.length() >= prefix.length() + SHORTEST_REST && form.startsWith(prefix)) {
                String rest = form.substring(prefix.length()).replaceFirst("^-", "");
                List<Reading> readings = DICTIONARY.readings(rest);
                if (RussianReadings.compounds(readings)) {
                    RussianReadings.lemmas(rest, readings)
                            .forEach(lemma -> lemmas.add(prefix + lemma));
                }
            }
        }
        return lemmas;
    }
}
