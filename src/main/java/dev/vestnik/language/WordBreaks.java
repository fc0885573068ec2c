package dev.vestnik.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/// Finds where words begin and end by Unicode's rules (UAX #29). Texts of plain Cyrillic and Latin
/// letters, which nearly all are, are read here, many times faster; the rest is ICU's.
final class WordBreaks {

    private static final BreakIterator RULES = BreakIterator.getWordInstance(ULocale.ROOT);

    /// Classes of UAX #29, as far as plain texts have them.
    private static final byte OTHER = 0;

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;

    /// Joins letters: MidLetter.
    private static final byte BETWEEN_LETTERS = 3;

    /// Joins digits: MidNum.
    private static final byte BETWEEN_DIGITS = 4;

    /// Joins either: MidNumLet, Single_Quote.
    private static final byte BETWEEN_EITHER = 5;

    private static final byte NOT_PLAIN = 6;

    private static final int KNOWN = 0x2120;
    private static final byte[] CLASSES = classes();

    interface Found {
        void word(int start, int end);
    }

    private WordBreaks() {}

    /// Tells of every word or number of a text, in order.
    static void find(String text, Found found) {
        for (int i = 0; i < text.length(); i++) {
            if (classOf(text.charAt(i)) == NOT_PLAIN) {
                byRules(text, found);
                return;
            }
        }
        plain(text, found);
    }

    static void byRules(String text, Found found) {
        BreakIterator rules = RULES.clone();
        rules.setText(text);
        int start = rules.first();
        for (int end = rules.next(); end != BreakIterator.DONE; end = rules.next()) {
            if (rules.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
                found.word(start, end);
            }
            start = end;
        }
    }

    private static void plain(String text, Found found) {
        int length = text.length();
        int at = 0;
        while (at < length) {
            byte kind = classOf(text.charAt(at));
            if (kind != LETTER && kind != DIGIT) {
                at++;
                continue;
            }
            int end = at + 1;
            byte last = kind;
            while (end < length) {
                byte next = classOf(text.charAt(end));
                if (next == LETTER || next == DIGIT) {
                    last = next;
                    end++;
                } else if (end + 1 < length
                        && joins(next, last)
                        && classOf(text.charAt(end + 1)) == last) {
                    end += 2;
                } else {
                    break;
                }
            }
            found.word(at, end);
            at = end;
        }
    }

    private static boolean joins(byte between, byte sides) {
        return between == BETWEEN_EITHER
                || between == BETWEEN_LETTERS && sides == LETTER
                || between == BETWEEN_DIGITS && sides == DIGIT;
    }

    private static byte classOf(char character) {
        return character < KNOWN ? CLASSES[character] : NOT_PLAIN;
    }

    private static byte[] classes() {
        byte[] classes = new byte[KNOWN];
        java.util.Arrays.fill(classes, NOT_PLAIN);
        fill(classes, '\t', '\r', OTHER);
        fill(classes, ' ', '~', OTHER);
        fill(classes, '0', '9', DIGIT);
        fill(classes, 'a', 'z', LETTER);
        fill(classes, 'A', 'Z', LETTER);
        classes['_'] = NOT_PLAIN;
        classes[':'] = BETWEEN_LETTERS;
        classes[','] = BETWEEN_DIGITS;
        classes[';'] = BETWEEN_DIGITS;
        classes['.'] = BETWEEN_EITHER;
        classes['\''] = BETWEEN_EITHER;
        classes['’'] = BETWEEN_EITHER;
        for (char sign : "\u00a0§©«®°±»‐‑–—“”„…№".toCharArray()) {
            classes[sign] = OTHER;
        }
        fill(classes, 'À', 'Ö', LETTER);
        fill(classes, 'Ø', 'ö', LETTER);
        fill(classes, 'ø', 'ž', LETTER);
        fill(classes, '\u0400', '\u0481', LETTER);
        fill(classes, '\u048a', '\u052f', LETTER);
        return classes;
    }

    private static void fill(byte[] classes, char from, char to, byte kind) {
        java.util.Arrays.fill(classes, from, to + 1, kind);
    }
}
