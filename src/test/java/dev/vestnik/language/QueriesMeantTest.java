package dev.vestnik.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a query may have been meant to be: its language, its keyboard, its alphabet.
class QueriesMeantTest {

    @ParameterizedTest
    @CsvSource({
        "қала, KAZAKH",
        "Әл-Фараби, KAZAKH",
        "сайгаки, RUSSIAN",
        "saiga, ENGLISH",
        "сайгак Saiga tatarica minor, ENGLISH",
        "2026, RUSSIAN"
    })
    void guesses_the_language_by_letters(String text, Language language) {
        assertEquals(language, Language.of(null, text));
        assertEquals(language, Language.of("tlh", text));
    }

    @Test
    void believes_the_locale_more() {
        assertEquals(Language.KAZAKH, Language.of("kk-KZ", "бала"));
        assertEquals(Language.RUSSIAN, Language.of("ru", "қала"));
    }

    @ParameterizedTest
    @CsvSource({
        "cfqufr, сайгак",
        "'rfpf[cnfy', казахстан",
        "CFQUFR, сайгак",
        "'0fpf0cnfy', қазақстан",
        "руддщ, hello"
    })
    void types_it_again_on_another_keyboard(String typed, String meant) {
        assertTrue(Layouts.candidates(typed).contains(meant), Layouts.candidates(typed)::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "saigak, сайгак",
        "sajgak, сайгак",
        "saygak, сайгак",
        "Shchuka, щука",
        "schuka, щука",
        "ekologiya, экология",
        "pozhary v stepi, пожары в степи",
        "tokaev, токаев",
        "nazarbayev, назарбаев",
        "qazaqstan, қазақстан"
    })
    void spells_it_in_cyrillic_the_likeliest_first(String typed, String meant) {
        List<String> candidates = Spellings.candidates(typed);

        assertEquals(meant, candidates.get(0));
        assertTrue(candidates.size() <= Spellings.MOST);
    }

    @Test
    void has_the_russian_name_among_the_spellings_of_a_kazakh_one() {
        assertTrue(Spellings.candidates("qazaqstan").contains("казахстан"));
    }

    @Test
    void leaves_alone_what_has_no_latin_letters() {
        assertEquals(List.of(), Spellings.candidates("сайгак 2026"));
        assertEquals(List.of(), Layouts.candidates("2026"));
    }
}
