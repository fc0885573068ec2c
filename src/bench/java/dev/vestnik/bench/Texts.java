package dev.vestnik.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;

/// Russian texts without a meaning: ten thousand forms, the nth of them written n times as seldom
/// as the first, as words are in any language (Zipf's law). The same number gives the same text.
public final class Texts {

    private static final String FORMS = "org/languagetool/resource/ru/common_words.txt";
    private static final int PARAGRAPHS = 4;
    private static final int SENTENCES = 4;

    private static final List<String> WORDS = words();

    private final SplittableRandom random;

    public Texts(long number) {
        random = new SplittableRandom(number);
    }

    /// The form at a place of the list, 0 being the one that is written most.
    public static String word(int place) {
        return WORDS.get(place);
    }

    public String title() {
        return sentence(5 + random.nextInt(6));
    }

    public String summary() {
        return sentence(15 + random.nextInt(10)) + ".";
    }

    /// About 180 words in paragraphs, with a heading.
    public String html() {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < PARAGRAPHS; i++) {
            if (i == 2) {
                html.append("<h2>").append(sentence(4)).append("</h2>");
            }
            html.append("<p>");
            for (int j = 0; j < SENTENCES; j++) {
                html.append(sentence(7 + random.nextInt(9))).append(". ");
            }
            html.append("</p>");
        }
        return html.toString();
    }

    private String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = WORDS.get(place());
            if (i == 0) {
                sentence.append(Character.toUpperCase(word.charAt(0)))
                        .append(word, 1, word.length());
            } else {
                sentence.append(' ').append(word);
            }
        }
        return sentence.toString();
    }

    private int place() {
        return (int) Math.exp(random.nextDouble() * Math.log(WORDS.size())) - 1;
    }

    private static List<String> words() {
        ClassLoader loader = Texts.class.getClassLoader();
        try (InputStream list = Objects.requireNonNull(loader.getResourceAsStream(FORMS), FORMS);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            List<String> words =
                    new ArrayList<>(lines.lines().filter(line -> line.matches("[а-яё]+")).toList());
            Collections.shuffle(words, new Random(1));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
