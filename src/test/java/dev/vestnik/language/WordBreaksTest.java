package dev.vestnik.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plain texts are read as Unicode's rules read them.
class WordBreaksTest {

    private static final String SIGNS =
            "абёЁәҺЯяzAžÖ019 .,:;'’-‑–—\"«»“”„…№§()[]{}<>/\\|!?*&%$#@+=~^`\n\t\u00a0\u00b0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "О’Нил и don't, 3,14 и 1.000.000; 10:30, п.п. а.б vestnik.kz а:б а;б 1:2 1а 2б3",
                "конец.Начало «кавычки» бизнес-план COVID-19 …и так далее",
                "'quoted' 'а' а' 'а ''а'' а''б 1''2 а.1 1.а а,б 1,а"
            })
    void reads_what_the_rules_read(String text) {
        assertEquals(byRules(text), found(text));
    }

    @Test
    void reads_any_row_of_plain_signs_as_the_rules_do() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            assertEquals(byRules(text.toString()), found(text.toString()), text::toString);
        }
    }

    private static List<String> found(String text) {
        List<String> words = new ArrayList<>();
        WordBreaks.find(text, (start, end) -> words.add(start + "-" + end));
        return words;
    }

    private static List<String> byRules(String text) {
        List<String> words = new ArrayList<>();
        WordBreaks.byRules(text, (start, end) -> words.add(start + "-" + end));
        return words;
    }
}
