package dev.vestnik.search;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long the index rests between two looks at the change log.
class FollowersRestTest {

    @ParameterizedTest
    @CsvSource({
        // lines; milliseconds: of work, of which it is told to rest at least, of rest
        "1, 0, 200, 200",
        "1, 199, 200, 200",
        "1, 200, 200, 200",
        "1, 201, 200, 201",
        "1, 299, 200, 299",
        "1, 300, 200, 300",
        "1, 301, 200, 300",
        "1, 60000, 200, 300",
        "1, 5, 1, 5",
        "1, 60000, 1, 300",
        "1, 0, 1000, 1000",
        "1, 500, 1000, 1000",
        "1, 60000, 1000, 1000",
        "9, 20, 200, 200",
        "10, 20, 200, 400",
        "500, 60000, 200, 400",
        "500, 20, 1000, 1000"
    })
    void it_rests_as_long_as_it_worked_but_soon_finds_what_is_published(
            long lines, long work, long least, long rest) {
        assertThat(
                SearchFollower.restAfter(Duration.ofMillis(work), lines, Duration.ofMillis(least)),
                equalTo(Duration.ofMillis(rest)));
    }
}
