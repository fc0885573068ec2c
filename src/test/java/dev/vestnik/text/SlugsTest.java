package dev.vestnik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    Приглашение на саммит           | priglashenie-na-sammit
                    съёмках                         | syemkah
                    Новый российский закон          | novy-rossiysky-zakon
                    Ёлки                            | elki
                    Объект и субъект                | obyekt-i-subyekt
                    Семья Григорьева                | semya-grigoryeva
                    Каньон                          | kanyon
                    Щука, ещё раз                   | shchuka-eshche-raz
                    Хлеб                            | hleb
                    Цирк уехал                      | tsirk-uehal
                    Чай и чашка                     | chay-i-chashka
                    Юля, Яна, Эля                   | yulya-yana-elya
                    Жёлтый дом                      | zhelty-dom
                    Йод                             | yod
                    Ильич                           | ilich
                    Подъезд № 3                     | podyezd-no-3
                    Мышь                            | mysh
                    зА́мок                           | zamok
                    Статьи                          | stati
                    Выборы-2025: итоги              | vybory-2025-itogi
                    Қазақстан                       | qazaqstan
                    Әлем                            | alem
                    Ғалым                           | galym
                    Таң                             | tan
                    Өмір                            | omir
                    Ұлттық банк                     | ulttyq-bank
                    Үй                              | uy
                    Қаһарман                        | qaharman
                    Інжу                            | inzhu
                    Қазақ тілі                      | qazaq-tili
                    «Самрук-Қазына» қоры            | samruk-qazyna-qory
                    Алматы облысы                   | almaty-oblysy
                    Hello, World!                   | hello-world
                    don't stop                      | dont-stop
                    don’t stop                      | dont-stop
                    AT&T buys Time Warner           | at-t-buys-time-warner
                    C++                             | c
                    "Quoted" title                  | quoted-title
                    „Deutsch“                       | deutsch
                    Straße nach Łódź                | strasse-nach-lodz
                    Crème brûlée                    | creme-brulee
                    İstanbul                        | istanbul
                    Æther                           | aether
                    Київ                            | kiiv
                    Ўзбекистон                      | uzbekiston
                    Ελλάδα                          | ellada
                    北京                             | bei-jing
                    हिन्दी                            | hindi
                    iPhone 17 в Казахстане          | iphone-17-v-kazahstane
                    Саммит ШОС / SCO Summit         | sammit-shos-sco-summit
                    50% скидка                      | 50-skidka
                    1 000 000 тенге                 | 1-000-000-tenge
                    №5                              | no-5
                    10:30                           | 10-30
                    3,5 млн                         | 3-5-mln
                    -- тире -- везде --             | tire-vezde
                    а — б – в - г                   | a-b-v-g
                    2025                            | 2025
                    x²                              | x2
                    １２３                           | 123
                    Ⅳ съезд                         | iv-syezd
                    #хештег @имя                    | heshteg-imya
                    a_b                             | a-b
                    ../../etc/passwd                | etc-passwd
                    <b>жирный</b>                   | b-zhirny-b
                    !!!                             | news
                    ---                             | news
                    😀                              | news
                    ъь                              | news
                    😀 Радость                      | radost
                    """)
    void spells_a_title_as_a_reader_would_type_it(String title, String slug) {
        assertEquals(slug, Slugs.of(title));
        assertTrue(Slugs.valid(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u200b", "\ud800", "\u202e", "«»", "…", "٪"})
    void never_leaves_a_slug_empty(String title) {
        assertEquals("news", Slugs.of(title));
    }

    @Test
    void joins_a_word_across_soft_hyphens() {
        assertEquals("sokrashchenie", Slugs.of("со\u00adкра\u200bщение"));
    }

    @Test
    void spells_decomposed_letters_like_composed_ones() {
        assertEquals("yod", Slugs.of("и\u0306од"));
    }

    @Test
    void cuts_a_long_title_between_words() {
        String slug = Slugs.of("слово и дело ".repeat(50));
        assertEquals(
                "slovo-i-delo-slovo-i-delo-slovo-i-delo-slovo-i-delo-slovo-i-delo-slovo-i-delo",
                slug);
    }

    @Test
    void keeps_a_last_word_that_just_fits() {
        String title = "a".repeat(40) + " " + "b".repeat(39);
        assertEquals(80, Slugs.of(title + " c").length());
    }

    @Test
    void cuts_a_very_long_word_where_it_must() {
        assertEquals("a".repeat(80), Slugs.of("a".repeat(100_000)));
        assertEquals("v-" + "a".repeat(78), Slugs.of("в " + "a".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-b", "2025", "novosti-2025-goda", "0198c0de-not-an-id"})
    void accepts_a_well_formed_slug(String slug) {
        assertTrue(Slugs.valid(slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "a-",
                "-a",
                "a--b",
                "A",
                "ё",
                "a b",
                "a/b",
                "a.b",
                "a_b",
                "a\n",
                "a%20b",
                "0198c0de-0000-7000-8000-000000000000"
            })
    void refuses_a_malformed_slug(String slug) {
        assertEquals(false, Slugs.valid(slug));
    }

    @Test
    void refuses_a_slug_that_is_too_long() {
        assertTrue(Slugs.valid("a".repeat(80)));
        assertEquals(false, Slugs.valid("a".repeat(81)));
    }

    @Test
    void numbers_a_slug_within_its_length() {
        assertEquals("sammit-2", Slugs.numbered("sammit", 2));
        assertEquals("a".repeat(77) + "-10", Slugs.numbered("a".repeat(80), 10));
        assertEquals(
                "a".repeat(50) + "-2", Slugs.numbered("a".repeat(50) + "-" + "b".repeat(29), 2));
    }
}
