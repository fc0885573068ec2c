package dev.vestnik.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts listeners, for those who watch the program.
@Singleton
class EventMetrics {

    private final AtomicInteger listeners = new AtomicInteger();
    private final Counter cutOff;

    EventMetrics(MeterRegistry metrics) {
        Gauge.builder("vestnik.events.listeners", listeners, AtomicInteger::get)
                .description("Who listens to live events on this node")
                .register(metrics);
        cutOff =
                Counter.builder("vestnik.events.cut.off")
                        .description("Listeners that were cut off because they did not read")
                        .register(metrics);
    }

    /// Says whether one more may come.
    boolean comes(int most) {
        if (listeners.incrementAndGet() <= most) {
            return true;
        }
        listeners.decrementAndGet();
        return false;
    }

    void goes() {
        listeners.decrementAndGet();
    }

    void cutsOff() {
        cutOff.increment();
    }
}
