package dev.vestnik.consent;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void separates_cells_and_ends_lines() {
        assertThat(CsvLine.of(Arrays.asList("a", 1, null, true)), equalTo("a,1,,true\r\n"));
    }

    @Test
    void quotes_what_would_end_a_cell() {
        assertThat(
                CsvLine.of(List.of("a,b", "c\"d", "e\nf")),
                equalTo("\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void makes_text_of_a_formula(String formula) {
        assertThat(CsvLine.of(List.of(formula)), equalTo("\"'" + formula + "\"\r\n"));
    }
}
