package dev.vestnik.synonym;

import dev.vestnik.text.Folding;
import java.text.Normalizer;
import java.util.regex.Pattern;

/// One entry of a group, as it is kept and as it is compared.
final class SynonymEntry {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private SynonymEntry() {}

    /// In Unicode's NFC, with single spaces between its words and none around them.
    static String tidy(String entry) {
        return SPACES.matcher(Normalizer.normalize(entry, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    static int words(String tidy) {
        return tidy.split(" ").length;
    }

    /// Whether there is anything that a search could find.
    static boolean isReadable(String tidy) {
        return tidy.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// What is the same for entries that a search does not tell apart, such as `Ёлка` and `елка`.
    static String key(String tidy) {
        return Folding.of(tidy);
    }
}
