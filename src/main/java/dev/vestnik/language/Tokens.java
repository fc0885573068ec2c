package dev.vestnik.language;

import java.util.ArrayList;
import java.util.List;

/// Finds words by Unicode's rules (UAX #29), with those that are joined by hyphens, dots or slashes
/// as a whole and in parts: `бизнес-план` is бизнес-план, бизнес, план.
final class Tokens {

    /// What joins more than this many parts is a list or a drawing, and no word.
    private static final int MOST_PARTS = 4;

    private final String text;
    private final List<Token> found = new ArrayList<>();
    private final List<int[]> parts = new ArrayList<>();
    private int position;

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        WordBreaks.find(text, tokens::add);
        tokens.finish();
        return tokens.found;
    }

    /// Keeps parts as long as a hyphen alone stands between them. Unicode leaves `vestnik.kz` and
    /// `конец.Начало` whole; these have parts too.
    private void add(int start, int end) {
        if (!parts.isEmpty() && !isHyphenBetween(parts.get(parts.size() - 1)[1], start)) {
            finish();
        }
        int begin = start;
        for (int i = start + 1; i < end - 1; i++) {
            if (isJoint(text.charAt(i)) && Character.isLetter(text.charAt(i + 1))) {
                parts.add(new int[] {begin, i});
                begin = i + 1;
            }
        }
        parts.add(new int[] {begin, end});
    }

    private boolean isHyphenBetween(int end, int start) {
        return start == end + 1 && "-‐‑".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean isJoint(char character) {
        return character == '.' || character == ':' || character == '·' || character == '_';
    }

    private void finish() {
        if (parts.isEmpty()) {
            return;
        }
        int whole = parts.size();
        if (whole > 1 && whole <= MOST_PARTS) {
            keep(parts.get(0)[0], parts.get(whole - 1)[1]);
        }
        for (int[] part : parts) {
            keep(part[0], part[1]);
            position++;
        }
        parts.clear();
    }

    private void keep(int start, int end) {
        Token token = Token.of(text, position, start, end);
        if (!Token.withoutApostrophes(token.folded()).isBlank()) {
            found.add(token);
        }
    }
}
