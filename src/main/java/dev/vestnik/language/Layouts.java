package dev.vestnik.language;

import java.util.ArrayList;
import java.util.List;

/// What a query was meant to be if it was typed with the keyboard set to another language: `cfqufr`
/// is сайгак, `руддщ` is hello.
public final class Layouts {

    private static final String LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static final String RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю";
    private static final String LATIN_SHIFTED = "~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";

    /// The row of digits on a Kazakh keyboard.
    private static final String DIGITS = "234589-0=";

    private static final String KAZAKH = "әіңғүұөқһ";

    private Layouts() {}

    /// The text as the same keys would have written it, in lower case; the likelier first, none if
    /// no letter would change its alphabet.
    public static List<String> candidates(String typed) {
        List<String> candidates = new ArrayList<>();
        if (typed.chars()
                .anyMatch(letter ->
                        letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z')) {
            candidates.add(toCyrillic(typed, false));
            String kazakh = toCyrillic(typed, true);
            if (!candidates.contains(kazakh)) {
                candidates.add(kazakh);
            }
        } else if (typed.chars().anyMatch(letter -> Language.isCyrillic((char) letter))) {
            candidates.add(toLatin(typed));
        }
        return candidates;
    }

    private static String toCyrillic(String typed, boolean kazakh) {
        StringBuilder meant = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char key = typed.charAt(i);
            int letter = Math.max(LATIN.indexOf(key), LATIN_SHIFTED.indexOf(key));
            int digit = kazakh ? DIGITS.indexOf(key) : -1;
            if (letter >= 0) {
                meant.append(RUSSIAN.charAt(letter));
            } else {
                meant.append(digit >= 0 ? KAZAKH.charAt(digit) : key);
            }
        }
        return meant.toString();
    }

    private static String toLatin(String typed) {
        StringBuilder meant = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char key = Character.toLowerCase(typed.charAt(i));
            int russian = RUSSIAN.indexOf(key);
            int kazakh = KAZAKH.indexOf(key);
            if (russian >= 0) {
                meant.append(LATIN.charAt(russian));
            } else {
                meant.append(kazakh >= 0 ? DIGITS.charAt(kazakh) : key);
            }
        }
        return meant.toString();
    }
}
