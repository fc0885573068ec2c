package dev.vestnik.edge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Instants are written as Java itself writes them.
class QuickInstantsTest {

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-12-10T05:00:00Z",
                "2025-12-10T05:00:00.1Z",
                "2025-12-10T00:00:00Z",
                "2025-12-10T05:00:07Z",
                "2025-12-10T05:00:07.000001Z",
                "1969-12-31T23:59:59.999Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void is_written_in_utc_with_seconds(String text) {
        Instant instant = Instant.parse(text);

        assertThat(QuickInstants.text(instant), is(instant.toString()));
    }

    @Test
    void any_is_written_as_java_writes_it() {
        Random random = new Random(20251210);
        for (int i = 0; i < 100_000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(
                            random.nextLong(0, LAST.getEpochSecond()),
                            switch (i % 4) {
                                case 0 -> 0;
                                case 1 -> random.nextInt(1000) * 1_000_000;
                                case 2 -> random.nextInt(1_000_000) * 1000;
                                default -> random.nextInt(1_000_000_000);
                            });

            assertThat(QuickInstants.text(instant), is(instant.toString()));
        }
    }
}
