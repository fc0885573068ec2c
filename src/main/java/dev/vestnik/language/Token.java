package dev.vestnik.language;

import dev.vestnik.text.Folding;

/// A piece of a text that is a word or a number, as it stands and folded.
record Token(int position, int start, int end, String folded) {

    /// No word of a language is as long; the rest is noise and would fill the index.
    private static final int LONGEST = 100;

    static Token of(String text, int position, int start, int end) {
        int read = Math.min(end, start + LONGEST);
        return new Token(position, start, end, fold(text.substring(start, read)));
    }

    static String withoutApostrophes(String folded) {
        return folded.indexOf('\'') < 0 ? folded : folded.replace("'", "");
    }

    /// Plain letters and digits are folded here, since nearly all words are of these alone; what is
    /// left needs all of Unicode.
    private static String fold(String word) {
        char[] folded = new char[word.length()];
        for (int i = 0; i < folded.length; i++) {
            char letter = word.charAt(i);
            boolean plain =
                    letter >= 'а' && letter <= 'я'
                            || letter >= 'А' && letter <= 'Я'
                            || letter >= 'a' && letter <= 'z'
                            || letter >= 'A' && letter <= 'Z'
                            || letter >= '0' && letter <= '9'
                            || "-'әғқңөұүһіӘҒҚҢӨҰҮҺІ".indexOf(letter) >= 0;
            if (plain) {
                folded[i] = Character.toLowerCase(letter);
            } else if (letter == 'ё' || letter == 'Ё') {
                folded[i] = 'е';
            } else {
                return Folding.of(word)
                        .replace('’', '\'')
                        .replace('ʼ', '\'')
                        .replace('‑', '-')
                        .replace('‐', '-');
            }
        }
        return new String(folded);
    }
}
