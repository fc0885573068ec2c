package dev.vestnik.language;

import java.util.ArrayList;
import java.util.List;

/// How Kazakh stems end, and what that does to a suffix and the suffix to them.
final class KazakhSounds {

    private static final String BACK = "аоұыя";
    private static final String FRONT = "әеөүіэ";

    /// у and и are written for a vowel and for a glide, and in loans for sounds of either harmony.
    private static final String EITHER = "уиюё";

    private static final String VOICELESS = "кқпстфхцчшщһбвгғд";
    private static final String BUZZING = "зж";

    private KazakhSounds() {}

    static boolean isVowel(char letter) {
        return (BACK + FRONT + EITHER).indexOf(letter) >= 0;
    }

    /// Whether it can be a word: with a vowel, and of two letters only if it is closed (үй, ел) or
    /// ends in a glide (су, би).
    static boolean isSyllable(String stem) {
        return stem.chars().anyMatch(letter -> isVowel((char) letter))
                && (stem.length() > 2 || endsInConsonant(stem));
    }

    static boolean endsInVowel(String stem) {
        return isVowel(last(stem));
    }

    /// Consonants, and the glides that may be vowels.
    static boolean endsInConsonant(String stem) {
        return !endsInVowel(stem) || "уюи".indexOf(last(stem)) >= 0;
    }

    /// After what the plural has л: vowels, р, й, у.
    static boolean isOpen(String stem) {
        return endsInVowel(stem) || "рй".indexOf(last(stem)) >= 0;
    }

    /// After what the plural has д.
    static boolean isVoiced(String stem) {
        return "лзжмнң".indexOf(last(stem)) >= 0;
    }

    static boolean isVoiceless(String stem) {
        return VOICELESS.indexOf(last(stem)) >= 0;
    }

    /// Consonants after which cases begin with a voiced one.
    static boolean isSonorous(String stem) {
        return "рлйузжмнң".indexOf(last(stem)) >= 0;
    }

    static boolean isNasal(String stem) {
        return "мнң".indexOf(last(stem)) >= 0;
    }

    static boolean endsInBuzz(String stem) {
        return BUZZING.indexOf(last(stem)) >= 0;
    }

    /// The possessive of the third person, after which cases begin with н.
    static boolean endsInTheirs(String stem) {
        return "ыі".indexOf(last(stem)) >= 0;
    }

    /// The possessives of the first and second person, after which the dative is а or е.
    static boolean endsInOurs(String stem) {
        return stem.length() > 3 && "мң".indexOf(last(stem)) >= 0;
    }

    /// Whether the vowels of a suffix are of the kind of the stem's last one. Suffixes with мен
    /// have one shape only; surnames in ев go by the vowel before (Тоқаевтың).
    static boolean inHarmony(String stem, String suffix) {
        if (stem.endsWith("ев")) {
            return true;
        }
        if (suffix.endsWith("ен") && suffix.length() == 3 && "мбп".indexOf(suffix.charAt(0)) >= 0) {
            return true;
        }
        int kind = harmony(suffix);
        for (int i = stem.length() - 1; kind != 0 && i >= 0; i--) {
            char letter = stem.charAt(i);
            if (letter == 'ь' || EITHER.indexOf(letter) >= 0) {
                return true;
            }
            if (isVowel(letter)) {
                return (BACK.indexOf(letter) >= 0) == kind > 0;
            }
        }
        return true;
    }

    /// What a stem was before a suffix with a vowel was put on: its last consonant voiceless
    /// (кітабы is of кітап), or with the vowel that has dropped out (орны is of орын, халқы of
    /// халық).
    static List<String> unchanged(String stem) {
        List<String> before = new ArrayList<>();
        int end = stem.length() - 1;
        int voiced = "бғг".indexOf(stem.charAt(end));
        if (voiced >= 0) {
            before.add(stem.substring(0, end) + "пқк".charAt(voiced));
        }
        boolean cluster =
                end > 1
                        && "қкнпзлңмрс".indexOf(stem.charAt(end)) >= 0
                        && (!isVowel(stem.charAt(end - 1)) || stem.charAt(end - 1) == 'у');
        if (cluster) {
            char dropped = harmony(stem) < 0 ? 'і' : 'ы';
            before.add(stem.substring(0, end) + dropped + stem.charAt(end));
        }
        return before;
    }

    /// 1 for back vowels, -1 for front ones, by the last that is either; 0 without any.
    private static int harmony(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (BACK.indexOf(text.charAt(i)) >= 0) {
                return 1;
            }
            if (FRONT.indexOf(text.charAt(i)) >= 0) {
                return -1;
            }
        }
        return 0;
    }

    /// The last sound; the soft sign of loans has none.
    private static char last(String stem) {
        int end = stem.length() - 1;
        return stem.charAt(end) == 'ь' && end > 0 ? stem.charAt(end - 1) : stem.charAt(end);
    }
}
