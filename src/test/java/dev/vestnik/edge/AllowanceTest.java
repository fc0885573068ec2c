package dev.vestnik.edge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/// How often somebody may do something; two a minute bring one back after half a minute, longer
/// than any test takes.
class AllowanceTest {

    private static final int PER_MINUTE = 2;

    private final Allowance allowance = new Allowance("Wait a little.");

    /// How many are taken until one is refused.
    private int left(String who) {
        for (int taken = 0; taken <= PER_MINUTE; taken++) {
            try {
                allowance.take(who, PER_MINUTE);
            } catch (Problem refused) {
                return taken;
            }
        }
        return PER_MINUTE + 1;
    }

    @Test
    void each_may_so_often_and_no_oftener() {
        assertThat(left("a reader"), equalTo(PER_MINUTE));
        assertThat(left("a reader"), equalTo(0));
        assertThat(left("another reader"), equalTo(PER_MINUTE));
    }

    @Test
    void who_has_none_left_is_told_when_there_is_one_again() {
        left("a reader");

        Problem refused = assertThrows(Problem.class, () -> allowance.take("a reader", PER_MINUTE));

        assertThat(refused.type(), equalTo(ProblemType.TOO_MANY_REQUESTS));
        assertThat(refused.detail(), equalTo("Wait a little."));
        assertThat(
                Integer.parseInt(refused.headers().get("Retry-After")),
                allOf(greaterThan(0), lessThanOrEqualTo(31)));
    }

    @Test
    void what_is_given_back_may_be_taken_again() {
        left("a reader");
        left("another reader");

        allowance.giveBack("a reader");

        assertThat(left("a reader"), equalTo(1));
        assertThat(left("another reader"), equalTo(0));
    }

    @Test
    void nothing_is_given_back_to_who_took_nothing() {
        allowance.giveBack("a reader");

        assertThat(left("a reader"), equalTo(PER_MINUTE));
    }

    @Test
    void who_is_forgotten_has_all_again() {
        left("a reader");
        left("another reader");

        allowance.forget("a reader");

        assertThat(left("a reader"), equalTo(PER_MINUTE));
        assertThat(left("another reader"), equalTo(0));
    }

    @Test
    void all_can_be_forgotten() {
        left("a reader");
        left("another reader");

        allowance.forgetAll();

        assertThat(left("a reader"), equalTo(PER_MINUTE));
        assertThat(left("another reader"), equalTo(PER_MINUTE));
    }
}
