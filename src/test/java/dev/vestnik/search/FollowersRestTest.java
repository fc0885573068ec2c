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
        // milliseconds: of work, of which it is told to rest at least, of rest
        "0, 200, 200",
        "199, 200, 200",
        "200, 200, 200",
        "201, 200, 201",
        "299, 200, 299",
        "300, 200, 300",
        "301, 200, 300",
        "60000, 200, 300",
        "5, 1, 5",
        "60000, 1, 300",
        "0, 1000, 1000",
        "500, 1000, 1000",
        "60000, 1000, 1000"
    })
    void it_rests_as_long_as_it_worked_but_soon_finds_what_is_published(
            long work, long least, long rest) {
        assertThat(
                SearchFollower.restAfter(Duration.ofMillis(work), Duration.ofMillis(least)),
                equalTo(Duration.ofMillis(rest)));
    }
}
