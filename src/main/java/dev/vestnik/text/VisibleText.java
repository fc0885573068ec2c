package dev.vestnik.text;

/// Text without the characters nobody sees but that change what is read: controls, zero-width
/// spaces, bidirectional overrides, broken surrogates. Soft hyphens and the joiners of emoji and of
/// Persian stay.
final class VisibleText {

    private VisibleText() {}

    static String of(String text) {
        int clean = 0;
        while (clean < text.length() && isPlain(text.charAt(clean))) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, clean);
        text.codePoints().skip(clean).filter(VisibleText::isKept).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPlain(char character) {
        return character < 0x2000 && isKept(character) && character != '\r';
    }

    private static boolean isKept(int character) {
        if (character == '\t' || character == '\n') {
            return true;
        }
        boolean control = Character.isISOControl(character);
        boolean zeroWidth = character == 0x200B || character == 0x2060 || character == 0xFEFF;
        boolean reordering = character >= 0x202A && character <= 0x202E;
        boolean isolating = character >= 0x2066 && character <= 0x2069;
        boolean broken = Character.getType(character) == Character.SURROGATE;
        boolean noncharacter =
                (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        return !(control || zeroWidth || reordering || isolating || broken || noncharacter);
    }
}
