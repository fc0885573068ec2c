package dev.vestnik.search;

import dev.vestnik.language.Word;
import dev.vestnik.language.Word.Known;

/// Words with one letter wrong, missing, too many, or in its neighbour's place.
final class Misspelling {

    static final int SHORTEST = 5;

    private Misspelling() {}

    /// A word that the dictionary has is what was meant: полка is no палка.
    static boolean isPossible(Word word) {
        return word.exact().length() >= SHORTEST && word.known() != Known.WELL;
    }

    static boolean isOf(String typed, String meant) {
        int longer = Math.max(typed.length(), meant.length());
        if (typed.equals(meant) || longer - Math.min(typed.length(), meant.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < Math.min(typed.length(), meant.length())
                && typed.charAt(start) == meant.charAt(start)) {
            start++;
        }
        String left = typed.substring(start);
        String right = meant.substring(start);
        if (left.length() == right.length()) {
            return left.substring(1).equals(right.substring(1))
                    || left.length() > 1
                            && left.charAt(0) == right.charAt(1)
                            && left.charAt(1) == right.charAt(0)
                            && left.substring(2).equals(right.substring(2));
        }
        return left.length() > right.length()
                ? left.substring(1).equals(right)
                : right.substring(1).equals(left);
    }
}
