package dev.vestnik.language;

import java.util.ArrayList;
import java.util.List;

/// Takes a text apart into words, the same for what is indexed and for what is asked.
public final class Words {

    private Words() {}

    /// Whether everybody writes this form all the time, whatever the text is about.
    public static boolean isCommon(String exact) {
        return CommonWords.has(exact);
    }

    /// The words of a text in their order. Each is taken for one of the text's language unless its
    /// letters say otherwise.
    public static List<Word> of(String text, Language language) {
        List<Token> tokens = Tokens.of(text);
        List<Word> words = new ArrayList<>(tokens.size());
        tokens.forEach(token -> words.add(new Word(token, language)));
        return words;
    }
}
