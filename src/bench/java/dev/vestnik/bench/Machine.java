package dev.vestnik.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where it was measured.
final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /// Before anything was measured.
    private static final double LOAD = SYSTEM.getSystemLoadAverage();

    private Machine() {}

    /// In a sentence.
    static String described() throws IOException {
        return "%d cores (%s), %d GiB, %s %s, Java %s, %s; the load generator takes its share of the cores; load before the start %.1f."
                .formatted(
                        SYSTEM.getAvailableProcessors(),
                        processor(),
                        SYSTEM.getTotalMemorySize() >> 30,
                        SYSTEM.getName(),
                        SYSTEM.getVersion(),
                        Runtime.version(),
                        Wrk.isThere() ? "wrk" : "Vert.x as the load generator",
                        LOAD);
    }

    private static String processor() throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return SYSTEM.getArch();
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(SYSTEM.getArch());
        }
    }
}
