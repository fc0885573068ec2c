package dev.vestnik.language;

import java.util.LinkedHashSet;
import java.util.Set;

/// Stems of Russian nouns, adjectives and names that no dictionary has: Ошурбаевой, Россбахом,
/// блокчейна. Where an ending can be read in two ways (Россбах, стартапах) there are two stems.
final class RussianStems {

    private static final String VOWELS = "аеиоуыэюя";

    private static final Set<String> AFTER_CONSONANT =
            Set.of(
                    // nouns
                    "а",
                    "у",
                    "ы",
                    "и",
                    "е",
                    "о",
                    "я",
                    "ю",
                    "ой",
                    "ою",
                    "ом",
                    "ем",
                    "ей",
                    "ею",
                    "ью",
                    "ам",
                    "ям",
                    "ами",
                    "ями",
                    "ах",
                    "ях",
                    "ов",
                    "ев",
                    // adjectives
                    "ый",
                    "ий",
                    "ая",
                    "яя",
                    "ое",
                    "ее",
                    "ые",
                    "ие",
                    "ого",
                    "его",
                    "ому",
                    "ему",
                    "ым",
                    "им",
                    "ую",
                    "юю",
                    "ых",
                    "их",
                    "ыми",
                    "ими");

    /// Of stems in й: Абай, Абая, Абаем; Данелия, Данелии.
    private static final Set<String> AFTER_VOWEL =
            Set.of("й", "я", "ю", "е", "и", "ем", "ей", "ею", "ям", "ями", "ях");

    /// The young of animals: сайгачонок, сайгачата.
    private static final Set<String> AFTER_HISS =
            Set.of("онок", "онка", "онку", "онком", "онке", "ата", "ат", "атам", "атами", "атах");

    private static final int LONGEST_ENDING = 5;
    private static final int SHORTEST_STEM = 3;

    private RussianStems() {}

    /// Without plurals in ов: Иванов is no form of Иван.
    static Set<String> ofName(String form) {
        Set<String> stems = of(form);
        if (form.endsWith("ов") || form.endsWith("ев")) {
            stems.remove(canonical(form.substring(0, form.length() - 2)));
        }
        return stems;
    }

    static Set<String> of(String form) {
        Set<String> stems = new LinkedHashSet<>();
        if (!isVowel(form, form.length() - 1)) {
            stems.add(canonical(form));
        }
        for (int length = 1; length <= LONGEST_ENDING; length++) {
            int cut = form.length() - length;
            if (cut >= 2) {
                strip(form, cut, stems);
            }
        }
        if (stems.isEmpty()) {
            stems.add(form);
        }
        return stems;
    }

    private static void strip(String form, int cut, Set<String> stems) {
        String stem = form.substring(0, cut);
        String ending = form.substring(cut);
        if (isVowel(form, cut - 1)) {
            if (AFTER_VOWEL.contains(ending)) {
                stems.add(stem + "й");
            }
        } else if (isEnding(stem.charAt(cut - 1), ending)
                && cut >= SHORTEST_STEM
                && stem.charAt(cut - 1) != 'й'
                && hasVowel(stem)) {
            stems.add(canonical(stem));
        }
    }

    private static boolean isEnding(char before, String ending) {
        return AFTER_CONSONANT.contains(ending)
                || "жчш".indexOf(before) >= 0 && AFTER_HISS.contains(ending);
    }

    /// The same for stems that differ by a soft sign or a vowel that comes and goes: Коломиец,
    /// Коломийца; Гоголь, Гоголя.
    private static String canonical(String stem) {
        String hard = stem.endsWith("ь") ? stem.substring(0, stem.length() - 1) : stem;
        int last = hard.length() - 1;
        if (last < SHORTEST_STEM) {
            return hard;
        }
        char end = hard.charAt(last);
        char before = hard.charAt(last - 1);
        boolean comesAndGoes =
                end == 'ц' && before == 'е' || end == 'к' && (before == 'о' || before == 'е');
        if (comesAndGoes || (end == 'ц' || end == 'к') && (before == 'ь' || before == 'й')) {
            return hard.substring(0, last - 1) + end;
        }
        return hard;
    }

    private static boolean hasVowel(String stem) {
        return stem.chars().anyMatch(letter -> VOWELS.indexOf(letter) >= 0);
    }

    private static boolean isVowel(String form, int at) {
        return VOWELS.indexOf(form.charAt(at)) >= 0;
    }
}
