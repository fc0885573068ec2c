package dev.vestnik.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void points_at_words_as_they_were_written() {
        String text = "Учёт Са́йгаков: «Водо\u00adёмы»";

        assertEquals(List.of("Учёт", "Са́йгаков", "Водо\u00adёмы"), written(text));
        assertEquals(List.of("учет", "сайгаков", "водоемы"), exact(text));
    }

    @ParameterizedTest
    @CsvSource({
        "бизнес-план, бизнес-план бизнес план",
        "vestnik.kz, vestnik.kz vestnik kz",
        "конец.Начало, конец.начало конец начало",
        "COVID-19, covid-19 covid 19",
        "'3,14 руб.', '3,14 руб'",
        "О’Нил, онил",
        "don't, dont",
        "а-а-а-а-а-а, а а а а а а",
        "5G, 5g"
    })
    void finds_words_and_their_parts(String text, String words) {
        assertEquals(List.of(words.split(" ")), exact(text));
    }

    @Test
    void counts_positions_by_parts() {
        List<Integer> positions =
                Words.of("наш бизнес-план готов", Language.RUSSIAN).stream()
                        .map(Word::position)
                        .toList();

        assertEquals(List.of(0, 1, 1, 2, 3), positions);
    }

    @Test
    void takes_each_word_by_its_letters() {
        List<Word> words = Words.of("В ауылдың children людей", Language.RUSSIAN);

        assertTrue(words.get(1).stems().contains("ауыл"));
        assertEquals(Set.of("child"), words.get(2).lemmas());
        assertEquals(Set.of("человек"), words.get(3).lemmas());
    }

    @Test
    void gives_all_lemmas_of_an_ambiguous_form() {
        assertEquals(Set.of("сталь", "стать"), Words.of("стали", Language.RUSSIAN).get(0).lemmas());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "!?…", "🦌", "\u0301", "''", "-", "\u202e", "\ud800"})
    void finds_no_words_where_there_are_none(String text) {
        for (Language language : Language.values()) {
            for (Word word : Words.of(text, language)) {
                assertTrue(!word.exact().isBlank());
            }
        }
    }

    @Test
    void bears_noise() {
        String noise =
                "й".repeat(10_000) + " ыыыыы ь ъ й ң әә qqqq ʼʼ न 中文 עברית שלום \ud83e\udd8c\u200d";

        for (Language language : Language.values()) {
            for (Word word : Words.of(noise, language)) {
                assertTrue(word.exact().length() <= 100);
            }
        }
    }

    private static List<String> written(String text) {
        return Words.of(text, Language.RUSSIAN).stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();
    }

    private static List<String> exact(String text) {
        return Words.of(text, Language.RUSSIAN).stream().map(Word::exact).toList();
    }
}
