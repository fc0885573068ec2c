package dev.vestnik.bench;

import java.util.List;
import java.util.Set;

/// How the benchmark is run: system properties, each with a default for a run of some minutes.
final class Settings {

    /// Subjects, by commas.
    static final List<String> ONLY = list("only", "reads,writes,start");

    /// `h2`, `postgresql`.
    static final List<String> DATABASES = list("databases", "h2,postgresql");

    /// Which reads: with the response cache off, with it on.
    static final List<String> READS = list("reads", "uncached,cached");

    /// How many items there are to read, one run after the other.
    static final List<Integer> ITEMS =
            list("items", "10000,100000").stream().map(Integer::valueOf).toList();

    /// How many items there are to search.
    static final int MOST_SEARCHED = Integer.getInteger("vestnik.bench.searched", 100_000);

    /// How many seconds each side may take to become as fast as it gets before it is measured; see
    /// `Duel`.
    static final int WARM_UP = Integer.getInteger("vestnik.bench.warmup", 150);

    /// How long one measurement takes.
    static final int SECONDS = Integer.getInteger("vestnik.bench.seconds", 3);

    /// Of which the median counts.
    static final int REPEATS = Integer.getInteger("vestnik.bench.repeats", 7);

    /// Who read at the same time.
    static final int READERS = Integer.getInteger("vestnik.bench.readers", 32);

    /// Of the measured program's JVM, and of the yardsticks' that have one of their own.
    static final List<String> JVM =
            List.of(
                    System.getProperty("vestnik.bench.options", "-Xmx512m -XX:+UseParallelGC")
                            .split(" "));

    private Settings() {}

    private static List<String> list(String name, String otherwise) {
        return List.of(System.getProperty("vestnik.bench." + name, otherwise).split(","));
    }

    /// The databases that are measured, of those that a subject can be measured on.
    static List<String> databases(Set<String> possible) {
        return DATABASES.stream().filter(possible::contains).toList();
    }
}
