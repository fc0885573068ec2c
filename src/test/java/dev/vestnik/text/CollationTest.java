package dev.vestnik.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollationTest {

    @ParameterizedTest
    @CsvSource({
        "ru, едва Ёж ежик ёлка ель жук",
        "ru, ад яд",
        "ru, 10 9",
        "kk, аже әже бала",
        "kk, гуль ғалым едва",
        "kk, кала қала лес на ңа омир өмір ул ұл үй",
        "kk, ыстық інжу яблоко",
        "en, apple Banana cherry",
        "xx, apple Banana cherry"
    })
    void sorts_as_the_alphabet_does(String locale, String sorted) {
        List<String> expected = List.of(sorted.split(" "));
        List<String> words = shuffled(expected);
        words.sort(Collation.of(locale));
        assertEquals(expected, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk", "en"})
    void sorts_keys_by_bytes_as_the_words_themselves(String locale) {
        List<String> words =
                shuffled(
                        List.of(
                                "ель", "ёлка", "Ёж", "ежик", "қала", "кала", "әже", "аже", "a", "B",
                                "10", "9", "на", "нация"));
        List<String> byKey = new ArrayList<>(words);
        words.sort(Collation.of(locale));
        byKey.sort((one, other) ->
                Arrays.compareUnsigned(Collation.key(locale, one), Collation.key(locale, other)));
        assertEquals(words, byKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"я", "a", "北", "😀", "Ё́"})
    void keeps_a_key_within_a_column(String letter) {
        assertTrue(Collation.key("ru", letter.repeat(5_000)).length <= 240);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "kk"})
    void gives_the_same_key_to_many_threads(String locale) {
        byte[] expected = Collation.key(locale, "Қазақстан жаңалықтары");
        IntStream.range(0, 2_000)
                .parallel()
                .forEach(i ->
                        assertArrayEquals(
                                expected, Collation.key(locale, "Қазақстан жаңалықтары")));
    }

    private static List<String> shuffled(List<String> words) {
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(7));
        return shuffled;
    }
}
