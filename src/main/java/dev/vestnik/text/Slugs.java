package dev.vestnik.text;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names for addresses, made of titles: `Қазақстан` is `qazaqstan`, `съёмках` is `syemkah`.
///
/// Russian and Kazakh letters by a table of our own (see `Romanization`), all others as ICU does.
/// Letters and digits make words, everything between them one dash; an apostrophe joins (`don't` is
/// `dont`).
public final class Slugs {

    /// The longest slug; longer titles are cut between words.
    public static final int LONGEST = 80;

    private static final String NAMELESS = "news";
    private static final int READ = 1_000;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Transliterator TO_LATIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; NFD; [:Mn:] Remove; Lower");

    private Slugs() {}

    /// The slug of a title; `news` if nothing in it can be spelled.
    public static String of(String title) {
        String begin = title.length() > READ ? title.substring(0, READ) : title;
        String composed = Normalizer.normalize(begin.replace("№", " no "), Normalizer.Form.NFKC);
        String latin = Romanization.of(words(composed.toLowerCase(Locale.ROOT)));
        String ascii =
                latin.chars().allMatch(character -> character < 0x80)
                        ? latin
                        : TO_LATIN.transliterate(latin);
        String slug = cut(dashed(ascii), LONGEST);
        return slug.isEmpty() ? NAMELESS : slug;
    }

    /// Whether an editor may give this slug. What looks like an item's id is refused: paths know
    /// both.
    public static boolean valid(String slug) {
        return slug.length() <= LONGEST
                && SHAPE.matcher(slug).matches()
                && !IDENTIFIER.matcher(slug).matches();
    }

    /// The slug for the `n`th item of that name: `slug-2`.
    public static String numbered(String slug, int n) {
        String suffix = "-" + n;
        return cut(slug, LONGEST - suffix.length()) + suffix;
    }

    /// Signs become spaces here already: ICU would spell some of them out.
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.codePoints()
                .filter(character -> !isSilent(character))
                .forEach(character -> {
                    boolean spelled = Character.isLetterOrDigit(character) || isMark(character);
                    words.appendCodePoint(spelled ? character : ' ');
                });
        return words.toString();
    }

    /// Within a word without ending it: apostrophes, soft hyphens, whatever is invisible.
    private static boolean isSilent(int character) {
        return character == '\''
                || character == '’'
                || character == 'ʼ'
                || character == '`'
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String dashed(String ascii) {
        StringBuilder slug = new StringBuilder(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            char character = ascii.charAt(i);
            if (character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
                slug.append(character);
            } else if (character != '\''
                    && !slug.isEmpty()
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return withoutDash(slug.toString());
    }

    /// Cuts between words, unless that would leave less than half.
    private static String cut(String slug, int length) {
        if (slug.length() <= length) {
            return slug;
        }
        int end = slug.lastIndexOf('-', length);
        return withoutDash(slug.substring(0, end > length / 2 ? end : length));
    }

    private static String withoutDash(String slug) {
        return slug.endsWith("-") ? slug.substring(0, slug.length() - 1) : slug;
    }
}
