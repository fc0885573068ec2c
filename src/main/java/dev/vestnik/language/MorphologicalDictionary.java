package dev.vestnik.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;
import morfologik.stemming.WordData;

/// A dictionary of all forms of all words, packed into an automaton by Morfologik.
final class MorphologicalDictionary {

    /// One way to read a form: the word it is a form of, and which form, as in `NN:Anim:Masc:PL:R`.
    record Reading(String lemma, String tag) {}

    private final Dictionary dictionary;

    /// A lookup holds buffers that only one thread may use at a time.
    private final ThreadLocal<DictionaryLookup> lookups;

    private MorphologicalDictionary(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.lookups = ThreadLocal.withInitial(() -> new DictionaryLookup(this.dictionary));
    }

    /// Reads `path.dict` and `path.info` from the class path.
    static MorphologicalDictionary at(String path) {
        try (InputStream automaton = resource(path + ".dict");
                InputStream properties = resource(path + ".info")) {
            return new MorphologicalDictionary(Dictionary.read(automaton, properties));
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }

    List<Reading> readings(String form) {
        List<Reading> readings = new ArrayList<>();
        for (WordData data : lookups.get().lookup(form)) {
            CharSequence tag = data.getTag();
            readings.add(new Reading(data.getStem().toString(), tag == null ? "" : tag.toString()));
        }
        return readings;
    }

    private static InputStream resource(String path) {
        ClassLoader loader = MorphologicalDictionary.class.getClassLoader();
        return Objects.requireNonNull(loader.getResourceAsStream(path), path);
    }
}
