package dev.vestnik.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The ten thousand forms that are written most, from a corpus of sentences that comes with the
/// Russian dictionary. It tells a word that everybody uses from one that is only grammatical.
final class CommonWords {

    private static final String PATH = "org/languagetool/resource/ru/common_words.txt";

    private static final Set<String> FORMS = read();

    private CommonWords() {}

    static boolean has(String form) {
        return FORMS.contains(form);
    }

    private static Set<String> read() {
        ClassLoader loader = CommonWords.class.getClassLoader();
        try (InputStream list = Objects.requireNonNull(loader.getResourceAsStream(PATH), PATH);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT).replace('ё', 'е'))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(PATH, broken);
        }
    }
}
