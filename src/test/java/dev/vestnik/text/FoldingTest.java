package dev.vestnik.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Ёлка зелёная, елка зеленая",
        "'  Много   места\n', много места",
        "CAFÉ, cafe",
        "Йод и край, йод и край",
        "и\u0306од, йод",
        "Қазақстан ӘҒҚҢӨҰҮҺІ, қазақстан әғқңөұүһі",
        "ﬁne ①, fine 1",
        "за\u0301мок, замок",
        "со\u00adкращение, сокращение",
        "a\u00a0b, a b",
        "ИСТИНА, истина",
        "İstanbul, istanbul",
        "한국어, 한국어"
    })
    void folds_what_one_types_without_care(String typed, String folded) {
        assertEquals(folded, Folding.of(typed));
        assertEquals(folded, Folding.of(folded));
    }
}
