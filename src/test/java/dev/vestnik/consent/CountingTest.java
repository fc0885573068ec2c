package dev.vestnik.consent;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    private static Counting row(long shown, long accepted, long refused) {
        Counting row = new Counting();
        row.add(Tally.What.SHOWN, shown);
        row.add(Tally.What.ACCEPTED, accepted);
        row.add(Tally.What.REFUSED, refused);
        return row;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1,", "4,", "5, 5", "6, 6"})
    void tells_no_small_count_but_0(long count, Long told) {
        Stats.Counts counts = row(100, count, 50).counts(5);

        assertThat(counts.accepted(), equalTo(told));
        assertThat(counts.suppressed(), equalTo(told == null));
    }

    @Test
    void gives_rates_of_what_is_told() {
        Stats.Counts counts = row(300, 100, 3).counts(5);

        assertThat(counts.rates().accepted(), equalTo(0.3333));
        assertThat(counts.rates().refused(), nullValue());
        assertThat(counts.rates().custom(), equalTo(0.0));
        assertThat(row(4, 0, 0).counts(5).rates().accepted(), nullValue());
        assertThat(row(0, 0, 0).counts(5).rates().accepted(), nullValue());
    }

    @Test
    void a_total_does_not_give_a_part_away() {
        Stats.Counts total =
                Counting.total(List.of(row(100, 50, 3), row(200, 60, 40), row(300, 70, 0)), 5);

        assertThat(total.shown(), equalTo(600L));
        assertThat(total.accepted(), equalTo(180L));
        assertThat(total.refused(), nullValue());
        assertThat(total.rates().refused(), nullValue());
        assertThat(total.suppressed(), equalTo(true));
    }

    @Test
    void a_total_of_nothing_is_0() {
        assertThat(Counting.total(List.of(), 5).shown(), equalTo(0L));
    }
}
