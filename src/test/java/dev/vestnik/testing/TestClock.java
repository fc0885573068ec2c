package dev.vestnik.testing;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The program's clock in tests: runs like any other until a test stops it.
@Mock
@Singleton
public class TestClock implements InstantSource {

    private static volatile Instant stopped;

    @Override
    public Instant instant() {
        Instant at = stopped;
        return at == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : at;
    }

    public static void stopAt(String time) {
        stopped = Instant.parse(time);
    }

    public static void advance(Duration time) {
        stopped = stopped.plus(time);
    }

    static void run() {
        stopped = null;
    }
}
