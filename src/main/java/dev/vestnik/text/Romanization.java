package dev.vestnik.text;

import java.util.Map;

/// Russian and Kazakh in Latin letters as a reader would type them, without regard to the language
/// of the text:
///
/// - а a, б b, в v, г g, д d, е e, ё e, ж zh, з z, и i, й y, к k, л l, м m, н n, о o, п p, р r, с
///   s, т t, у u, ф f, х h, ц ts, ч ch, ш sh, щ shch, ъ and ь nothing, ы y, э e, ю yu, я ya;
/// - after ъ and ь: е and ё are ye, о is yo (объект `obyekt`, съёмка `syemka`, каньон `kanyon`);
/// - ий and ый at the end of a word: y (новый `novy`);
/// - Kazakh: ә a, ғ g, қ q, ң n, ө o, ұ u, ү u, һ h, і i.
final class Romanization {

    private static final Map<Character, String> LETTERS =
            Map.ofEntries(
                    Map.entry('а', "a"),
                    Map.entry('б', "b"),
                    Map.entry('в', "v"),
                    Map.entry('г', "g"),
                    Map.entry('д', "d"),
                    Map.entry('е', "e"),
                    Map.entry('ё', "e"),
                    Map.entry('ж', "zh"),
                    Map.entry('з', "z"),
                    Map.entry('и', "i"),
                    Map.entry('й', "y"),
                    Map.entry('к', "k"),
                    Map.entry('л', "l"),
                    Map.entry('м', "m"),
                    Map.entry('н', "n"),
                    Map.entry('о', "o"),
                    Map.entry('п', "p"),
                    Map.entry('р', "r"),
                    Map.entry('с', "s"),
                    Map.entry('т', "t"),
                    Map.entry('у', "u"),
                    Map.entry('ф', "f"),
                    Map.entry('х', "h"),
                    Map.entry('ц', "ts"),
                    Map.entry('ч', "ch"),
                    Map.entry('ш', "sh"),
                    Map.entry('щ', "shch"),
                    Map.entry('ъ', ""),
                    Map.entry('ы', "y"),
                    Map.entry('ь', ""),
                    Map.entry('э', "e"),
                    Map.entry('ю', "yu"),
                    Map.entry('я', "ya"),
                    Map.entry('ә', "a"),
                    Map.entry('ғ', "g"),
                    Map.entry('қ', "q"),
                    Map.entry('ң', "n"),
                    Map.entry('ө', "o"),
                    Map.entry('ұ', "u"),
                    Map.entry('ү', "u"),
                    Map.entry('һ', "h"),
                    Map.entry('і', "i"));

    private Romanization() {}

    /// Lower-case text with its Russian and Kazakh letters replaced, all else as it was.
    static String of(String text) {
        StringBuilder latin = new StringBuilder(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            String letter = LETTERS.get(text.charAt(i));
            if (letter == null) {
                latin.append(text.charAt(i));
            } else if (!isEnding(text, i)) {
                latin.append(isAfterSign(text, i) ? "y" : "").append(letter);
            }
        }
        return latin.toString();
    }

    /// Whether this is the и or ы of a last ий or ый, of which й alone is written.
    private static boolean isEnding(String text, int i) {
        boolean vowel = text.charAt(i) == 'и' || text.charAt(i) == 'ы';
        return vowel
                && i > 0
                && Character.isLetter(text.charAt(i - 1))
                && i + 1 < text.length()
                && text.charAt(i + 1) == 'й'
                && (i + 2 == text.length() || !Character.isLetter(text.charAt(i + 2)));
    }

    private static boolean isAfterSign(String text, int i) {
        boolean soft = "еёо".indexOf(text.charAt(i)) >= 0;
        return soft && i > 0 && (text.charAt(i - 1) == 'ь' || text.charAt(i - 1) == 'ъ');
    }
}
