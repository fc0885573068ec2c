package dev.vestnik.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The order of words in a language's alphabet: ё beside е, Kazakh letters in their place.
public final class Collation {

    private static final int LONGEST_KEY = 240;

    /// No more characters of a text than can leave a trace in its key.
    private static final int READ = 240;

    private static final Set<ULocale> KNOWN = Set.of(Collator.getAvailableULocales());

    private static final Map<ULocale, Collator> COLLATORS = new ConcurrentHashMap<>();

    private Collation() {}

    /// Compares as the language does; as Unicode's common order does if ICU doesn't know the
    /// language.
    public static Comparator<String> of(String locale) {
        return collator(locale)::compare;
    }

    /// At most 240 bytes that sort, compared as unsigned bytes, as the texts do. Texts that differ
    /// only far behind may have the same key.
    public static byte[] key(String locale, String text) {
        String begin = text.length() > READ ? text.substring(0, READ) : text;
        byte[] key = collator(locale).getCollationKey(begin).toByteArray();
        int withoutEndMark = key.length - 1;
        return Arrays.copyOf(key, Math.min(withoutEndMark, LONGEST_KEY));
    }

    private static Collator collator(String locale) {
        ULocale known = Languages.nearest(locale, KNOWN, ULocale.ROOT);
        return COLLATORS.computeIfAbsent(known, found -> Collator.getInstance(found).freeze());
    }
}
