package dev.vestnik.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Takes times, for measurements that are started by hand.
public final class Measuring {

    private Measuring() {}

    /// The nanoseconds that each of some calls took, the shortest first.
    public static long[] latencies(int count, IntConsumer work) {
        long[] took = new long[count];
        for (int n = 0; n < count; n++) {
            long began = System.nanoTime();
            work.accept(n);
            took[n] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took;
    }

    public static String microseconds(long[] took) {
        return "median %d µs, mean %.0f µs, 99%% within %d µs"
                .formatted(
                        took[took.length / 2] / 1000,
                        mean(took) / 1000,
                        took[took.length * 99 / 100] / 1000);
    }

    public static double ratio(long[] few, long[] many) {
        return (double) many[many.length / 2] / few[few.length / 2];
    }

    public static double mean(long[] took) {
        return Arrays.stream(took).average().orElseThrow();
    }

    public static long rate(int count, long began) {
        return count * 1_000_000_000L / (System.nanoTime() - began);
    }

    /// What lives on the heap after the last collections.
    public static long liveMebibytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .filter(pool -> pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum()
                >> 20;
    }

    public static void say(String what, Object... values) {
        System.out.println("BENCH " + what.formatted(values));
    }
}
