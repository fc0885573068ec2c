package dev.vestnik.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages whose words are understood.
public enum Language {
    RUSSIAN,
    KAZAKH,
    ENGLISH;

    private static final String KAZAKH_LETTERS = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

    /// The language of a locale, or guessed from the letters of a text if there is none that is
    /// known.
    public static Language of(@Nullable String locale, String text) {
        String spoken = locale == null ? "" : Locale.forLanguageTag(locale).getLanguage();
        return switch (spoken) {
            case "ru" -> RUSSIAN;
            case "kk" -> KAZAKH;
            case "en" -> ENGLISH;
            default -> guess(text);
        };
    }

    /// By letters: one that only Kazakh has, else the alphabet that most letters are of.
    public static Language guess(String text) {
        int latin = 0;
        int cyrillic = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (KAZAKH_LETTERS.indexOf(letter) >= 0) {
                return KAZAKH;
            }
            if (isCyrillic(letter)) {
                cyrillic++;
            } else if (Character.isLetter(letter)) {
                latin++;
            }
        }
        return latin > cyrillic ? ENGLISH : RUSSIAN;
    }

    /// The language of one word in a text of this one: a word in other letters is a guest, and
    /// keeps its own.
    Language ofWord(String word) {
        boolean cyrillic = false;
        boolean latin = false;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (KAZAKH_LETTERS.indexOf(letter) >= 0) {
                return KAZAKH;
            }
            cyrillic |= isCyrillic(letter);
            latin |= letter >= 'a' && letter <= 'z';
        }
        if (cyrillic) {
            return this == KAZAKH ? KAZAKH : RUSSIAN;
        }
        return latin ? ENGLISH : this;
    }

    static boolean isCyrillic(char letter) {
        return letter >= '\u0400' && letter <= '\u052f';
    }
}
