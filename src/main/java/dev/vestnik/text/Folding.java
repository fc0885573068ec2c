package dev.vestnik.text;

import java.text.Normalizer;
import java.util.Locale;

/// Text as one types it without care, for matching: `Ёлка ` is `елка`, `CAFÉ` is `cafe`. Case,
/// accents, stress and invisible signs go; й and the Kazakh letters stay, as they are letters of
/// their own.
public final class Folding {

    private Folding() {}

    public static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(composed.length());
        Normalizer.normalize(composed, Normalizer.Form.NFKC)
                .codePoints()
                .forEach(character -> {
                    if (character == 'й') {
                        folded.append('й');
                    } else if (Character.isWhitespace(character)
                            || Character.isSpaceChar(character)) {
                        space(folded);
                    } else {
                        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                                .codePoints()
                                .filter(Folding::isKept)
                                .forEach(folded::appendCodePoint);
                    }
                });
        return Normalizer.normalize(folded, Normalizer.Form.NFC).strip();
    }

    private static void space(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    private static boolean isKept(int character) {
        int type = Character.getType(character);
        return type != Character.NON_SPACING_MARK
                && type != Character.ENCLOSING_MARK
                && type != Character.FORMAT
                && type != Character.CONTROL;
    }
}
