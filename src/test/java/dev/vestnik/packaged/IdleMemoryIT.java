package dev.vestnik.packaged;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An idle program gives back what its heap has of the machine and does not need.
class IdleMemoryIT {

    private static final int BEGUN_WITH = 400;
    private static final int SMALL = 200;
    private static final Pattern HEAP =
            Pattern.compile("jvm_memory_committed_bytes\\{area=\"heap\",[^}]*} (\\S+)");

    /// G1 that would keep the heap as it began: without the second option it is made smaller by the
    /// way, when classes fill their memory.
    private static final String OPTIONS =
            "-XX:+UseG1GC -XX:InitialHeapSize=%dm -XX:MetaspaceSize=256m".formatted(BEGUN_WITH);

    @TempDir Path directory;

    @Test
    void the_heap_becomes_small_once_nobody_asks() throws Exception {
        try (Program program = Program.start(directory, Map.of("JDK_JAVA_OPTIONS", OPTIONS))) {
            assertThat(heapMebibytes(program), greaterThanOrEqualTo((double) BEGUN_WITH));

            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            double heap = heapMebibytes(program);
            while (heap >= SMALL && System.nanoTime() < patience) {
                TimeUnit.SECONDS.sleep(1);
                heap = heapMebibytes(program);
            }

            assertThat(heap, lessThan((double) SMALL));
        }
    }

    private static double heapMebibytes(Program program) throws Exception {
        return HEAP.matcher(program.send("GET", "/q/metrics", "").body())
                        .results()
                        .map((MatchResult pool) -> pool.group(1))
                        .mapToDouble(Double::parseDouble)
                        .sum()
                / (1 << 20);
    }
}
